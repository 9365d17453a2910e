/** The page that ribbon, functions and panel share, as Excel shows and hides it. */
import { Wire } from '#test/office/wire';

export class RuntimeWire extends Wire {
  readonly type = 'AppRuntimeService';
  /** What was last asked for: "Visible" or "Background". */
  state = 'Background';
  /** Called when the page is shown or hidden. */
  onState: (state: string) => void = () => { /* nobody looks */ };

  override readonly call = {
    GetAppRuntimeState: () => this.state,
    SetAppRuntimeState: (state: unknown) => {
      this.state = String(state);
      this.onState(this.state);
      return null;
    },
  };
}
