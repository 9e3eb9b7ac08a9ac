import { createContext, useContext } from "react";
import type { Tokens } from "../api/http";
import { Matchmaking } from "../api/matchmaking";
import { Media } from "../rtc/media";
import type { Store } from "../store";
import { ActiveCall } from "./active-call";
import type { Session } from "./session";
import { StandingStore } from "./standing-store";

/** Who uses this page, as far as a call needs to know. */
export interface Who {
  account: { displayName: string } | null;
}

/** The objects that the whole page shares, whether somebody is signed in or came by a join link. */
export interface Services {
  who: Store<Who>;
  matchmaking: Matchmaking;
  standing: StandingStore;
  media: Media;
  activeCall: ActiveCall;
  /** What stands before the path of every page, such as `/join`. */
  base: string;
  /** Whether somebody came by a join link: without an account there is nothing to keep. */
  guest: boolean;
}

/** Services that act by the tokens of `who`. */
export function createServices(
  who: Tokens & Store<Who>,
  { base, guest }: Pick<Services, "base" | "guest">,
): Services {
  const matchmaking = new Matchmaking(who);
  const media = new Media();
  return {
    who,
    matchmaking,
    standing: new StandingStore(who, matchmaking),
    media,
    activeCall: new ActiveCall(matchmaking, media),
    base,
    guest,
  };
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("Services are missing above this component");
  return services;
}

export const SessionContext = createContext<Session | null>(null);

/** The session of who is signed in; only on pages for accounts. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("There is no session above this component");
  return session;
}
