import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What was done goes away by itself; what was not stays until the next picture. */
const doneForMs = 4000;

/** One line that says what became of an act, in its place on the stage. */
export class Notice implements ReactiveController {
  text = '';
  failed = false;

  private readonly host: ReactiveControllerHost;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  done(text: string): void {
    this.say(text, false);
    this.timer = setTimeout(() => this.clear(), doneForMs);
  }

  fail(text: string): void {
    this.say(text, true);
  }

  clear(): void {
    this.say('', false);
  }

  private say(text: string, failed: boolean): void {
    clearTimeout(this.timer);
    this.text = text;
    this.failed = failed;
    this.host.requestUpdate();
  }
}
