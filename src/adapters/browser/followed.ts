/** A value that others want to hear of when it changes. */
export class Followed<T> {
  #value: T;
  readonly #followers = new Set<(value: T) => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    for (const follower of this.#followers) follower(value);
  }

  /** Tells of each value that follows; gives the way to stop it. */
  follow(follower: (value: T) => void): () => void {
    this.#followers.add(follower);
    return () => { this.#followers.delete(follower); };
  }
}
