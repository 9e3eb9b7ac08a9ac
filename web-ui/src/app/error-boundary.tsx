import { Component, type ReactNode } from "react";
import { BrokenPage } from "../pages/messages";

interface Props {
  children: ReactNode;
}

/** Shows a page with a way out when a view fails. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}
