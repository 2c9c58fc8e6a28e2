/** A queue for one seat: whoever asked first sits first. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits for the seat; resolves with the function that gives it back (calling it twice does no harm). */
  async take(): Promise<() => void> {
    let giveBack = () => {};
    const before = this.#last;
    this.#last = new Promise((resolve) => {
      giveBack = resolve;
    });
    await before;
    return giveBack;
  }
}
