import { Component, type ComponentChildren } from "preact";

interface Held {
  failure: string | null;
}

/** Holds what breaks inside: says so in words, and offers to begin anew. */
export class Boundary extends Component<{ children: ComponentChildren }, Held> {
  override state: Held = { failure: null };

  static override getDerivedStateFromError(failure: unknown): Held {
    return { failure: failure instanceof Error ? failure.message : "unknown" };
  }

  override componentDidCatch(failure: unknown): void {
    console.error(failure);
  }

  override render() {
    if (this.state.failure === null) return this.props.children;
    return (
      <div class="blank" role="alert">
        <p>This part of the page has failed: {this.state.failure}</p>
        <button type="button" onClick={() => this.setState({ failure: null })}>Show it again</button>
      </div>
    );
  }
}
