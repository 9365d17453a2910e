import { describeHost } from '#test/hosts/contract';
import { MemoryHost } from '#test/hosts/memory-host';

describeHost('in memory', (grids) => {
  const host = new MemoryHost(grids);
  return { host, again: () => host, type: (spot, value) => { host.type(spot, value); }, tell: (edit) => { host.tell(edit); }, choose: (sheet, [area]) => { if (area !== undefined) host.chooses({ sheet, area }); }, settled: () => Promise.resolve(), snapshot: () => host.snapshot() };
});
