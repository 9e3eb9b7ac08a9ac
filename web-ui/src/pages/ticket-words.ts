import type { Ticket } from "../api/model";

interface OverWords {
  title: string;
  lead: string;
}

const NONE: OverWords = {
  title: "You're not in the queue",
  lead: "Ask a question to get a place.",
};
const NONE_OF_GUEST: OverWords = {
  title: "There is no question here",
  lead: "Go back to the page that sent you, and ask for help there.",
};

/** What became of a ticket that waits no longer. */
export function overWords(ticket: Ticket | null, guest: boolean): OverWords {
  switch (ticket?.state) {
    case "cancelled":
      return ticket.reason === "by-administrator"
        ? {
            title: "Your question was taken out of the queue",
            lead: "Whoever runs this place has ended it.",
          }
        : { title: "You left the queue", lead: "Nobody sees your question any more." };
    case "expired":
      return ticket.reason === "paused-too-long"
        ? {
            title: "The pause was too long",
            lead: "Your place couldn’t be kept any longer, so the question has ended.",
          }
        : {
            title: "Nobody could take your question",
            lead: guest
              ? "It waited as long as it may."
              : "It waited as long as it may. Ask again, or try a broader field so that more experts fit.",
          };
    case "failed":
      return {
        title: "The call didn’t come about",
        lead: "You both said yes, but you weren’t there when the call began.",
      };
    case "matched":
    case "in-call":
      return {
        title: "Your call has begun",
        lead: guest
          ? "It’s open somewhere else."
          : "It’s open in another tab or on another device.",
      };
    case "completed":
      return {
        title: "That question is done",
        lead: guest ? "You can close this page." : "Is there something else you’re stuck on?",
      };
    case "queued":
    case "offered":
    case "paused":
    case undefined:
      return guest ? NONE_OF_GUEST : NONE;
    default:
      // A newer service may know more states.
      return guest ? NONE_OF_GUEST : NONE;
  }
}
