import "../ui/styles";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { followMatches, keepStandingWhileSignedIn } from "./follow";
import { LeavingGuard } from "./leaving-guard";
import { createServices } from "./services";

const services = createServices();
// Listens to the browser's history before the router does.
const guard = new LeavingGuard(services.activeCall);
keepStandingWhileSignedIn(services);
followMatches(services);
void services.session.start();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App services={services} guard={guard} />
    </StrictMode>,
  );
}
