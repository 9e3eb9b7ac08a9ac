import { createContext, useContext } from "react";
import { Matchmaking } from "../api/matchmaking";
import { Media } from "../rtc/media";
import { ActiveCall } from "./active-call";
import { Session } from "./session";
import { StandingStore } from "./standing-store";

/** The objects that the whole page shares. */
export interface Services {
  session: Session;
  matchmaking: Matchmaking;
  standing: StandingStore;
  media: Media;
  activeCall: ActiveCall;
}

export function createServices(): Services {
  const session = new Session();
  const matchmaking = new Matchmaking(session);
  const media = new Media();
  return {
    session,
    matchmaking,
    standing: new StandingStore(session, matchmaking),
    media,
    activeCall: new ActiveCall(matchmaking, media),
  };
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("Services are missing above this component");
  return services;
}
