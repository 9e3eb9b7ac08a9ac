// Generated from openapi.yaml by `npm run types`.

export interface paths {
    "/api/matchmaking/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See one's availability */
        get: operations["getAvailability"];
        /**
         * Become available, or change what for
         * @description Starts a lease. Renew it before `leaseUntil`, for instance at every `ping` of the event stream, else the availability ends; also during an offer and a call.
         */
        put: operations["setAvailability"];
        post?: never;
        /**
         * Stop being available
         * @description An open offer goes back to the queue. A running match goes on.
         */
        delete: operations["endAvailability"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/availability/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew the lease */
        post: operations["renewAvailability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See whom one has blocked */
        get: operations["listBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/blocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a block back
         * @description The two can be matched again, unless the other one has blocked as well.
         */
        delete: operations["deleteBlock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch what happens to the caller
         * @description Server-sent events; every `data` is JSON with a `type`:
         *
         *     | event | data |
         *     | --- | --- |
         *     | `standing` | `ticket`, `availability`, `offer`, `match`, `coolingUntil` as of `GET /standing`; first on a fresh stream and after `reset` |
         *     | `reset` | events have been missed that are not kept any more; `standing` follows |
         *     | `ticket` | `ticket`: one's own ticket has changed, or its place (told to the first 100 of a field); offered: `POST /tickets/{id}/ready` before `readyCheck.expiresAt` |
         *     | `offer` | `offer`: answer it before `expiresAt`; again when one of the two has said yes |
         *     | `offer-ended` | `offerId`, `reason`: accepted, declined, expired, not-ready (the learner stayed silent) or withdrawn |
         *     | `availability` | `availability` |
         *     | `availability-ended` | `reason`: lease-expired, offer-unanswered, no-show, too-many-declines, capacity-reached, not-verified, by-account or by-administrator; `coolingUntil` if it can't begin again before |
         *     | `match` | `match`: it has begun, or both are in the room now; and when it has just begun `pass`, a room pass as of `POST /matches/{id}/pass`, to enter at once (not among what was missed, nor for integrators) |
         *     | `match-ended` | `matchId`, `reason`: left, empty, no-show, withdrawn or by-administrator |
         *     | `account` | nothing; what identity-service says of the account is different now: ask it again |
         *     | `thanks` | `matchId`, `from`: the other one says thank you for a call |
         *     | `ping` | nothing; every 10 s. Whoever is available answers with `POST /availability/renew` |
         *     | `replaced` | nothing; the last one of a stream that ends because the account has opened too many |
         *
         *     The stream ends when the access token expires, and soon after its session was signed out. Come back with a new one and the last `id` as
         *     `Last-Event-ID`, and get exactly what was missed. An account can have four streams on an instance;
         *     one more ends the oldest, which should come back when somebody looks at it, or a minute later: at once it would
         *     end the next.
         *
         *     Integrators watch all their tickets in one stream: `begin` first on a fresh stream and after `reset`,
         *     `ping`, and then `ticket`, `match` and `match-ended`, each with the `ticketId` and the `learner` it is
         *     about, and `sandbox`: true if it happened there. 5,000 events are kept, for an hour after the newest; after a `reset` ask
         *     `GET /tickets?state=open` for what has been missed.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See one's favourite experts */
        get: operations["listFavourites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/favourites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a favourite */
        delete: operations["deleteFavourite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/fields/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how busy fields are
         * @description Waiting tickets, experts and an estimate of the wait, for up to 50 fields. The answer may be up to ten seconds old; ask with `If-None-Match` to learn cheaply that nothing has changed.
         */
        get: operations["getFieldStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See one's past matches
         * @description Newest first. They are kept for 400 days, unless the operator says otherwise.
         */
        get: operations["listHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/integrators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End all that an integrator has here
         * @description Its webhooks are deleted with their secrets and all that was to be sent there; its open tickets are cancelled, calls end and join links work no longer. It is not remembered: take the client's credentials away at the provider first, and wait until its last token has expired.
         */
        delete: operations["shutIntegratorOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/learners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget one of the integrator's users
         * @description An open ticket is cancelled, a call ends, join links work no longer, and name and words are taken out of history and webhook deliveries; no event tells of it. The same for somebody unknown. With the scope `sandbox` alone: only what the user did there.
         */
        delete: operations["forgetLearner"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/matches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See one's own match */
        get: operations["getMatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/matches/{id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Never meet the other one again
         * @description Neither as learner nor as expert. The other one is not told. It does not end a running match: leave that as well.
         */
        put: operations["blockPeer"];
        post?: never;
        /** Take that back */
        delete: operations["unblockPeer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/matches/{id}/favourite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make the expert a favourite
         * @description Learners are matched with a favourite first. The expert is not told.
         */
        put: operations["favourExpert"];
        post?: never;
        /** Take that back */
        delete: operations["unfavourExpert"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/matches/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the match for both
         * @description Its room closes. Leaving again changes nothing. Before both have come in (`withdrawn`), an expert who leaves has declined: the ticket waits again at its place and is asked first. A learner who leaves has cancelled the ticket.
         */
        post: operations["leaveMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/matches/{id}/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the right to enter the room
         * @description Open a WebSocket at `socketPath` with the subprotocols `stoa.v1` and `stoa.pass.<pass>` before `expiresAt`.
         */
        post: operations["createRoomPass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/matches/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how the call was
         * @description Again: changes it. The other one does not see it; what learners say counts when the expert is chosen.
         */
        put: operations["rateMatch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/matches/{id}/thanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say thank you
         * @description The other one gets a `thanks` event, once.
         */
        post: operations["thankForMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/offers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an offer
         * @description The match begins once the learner has said yes too: both get a `match` event, and the offer has a `matchId`. Accepting again changes nothing.
         */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/offers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline an offer
         * @description The ticket goes back to its place and is not offered to this account again; the account stays available. Five an hour are free; after one more the availability ends for a while.
         */
        post: operations["declineOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/pass-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that room passes are verified with */
        get: operations["getPassKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/self-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a self-test
         * @description Queues a ticket in a sandbox of its own, whose learner the page plays with `token`, as somebody who came by a join link. A simulated expert accepts; the room is open for a minute. 429 `/problems/quota-exceeded`: ten of them a minute are enough.
         */
        post: operations["beginSelfTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/self-tests/{id}/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a room pass for the simulated expert's place
         * @description So that one page can be both peers of its self-test's room.
         */
        post: operations["createSelfTestPass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See all that is open for the caller */
        get: operations["getStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the tickets that one has asked for
         * @description Newest first. Tickets that are over are listed for a day.
         */
        get: operations["listTickets"];
        put?: never;
        /**
         * Ask for help
         * @description Queues a ticket. A learner has one open ticket at a time. From then on watch `GET /events`. Integrators say in `learner` whom it is for, and get a `joinLink` for that user. With `sandbox` simulated experts do what it says: 403 `/problems/sandbox-off` where there is none, 429 `/problems/sandbox-full` while too many practise.
         */
        post: operations["createTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See one's own ticket */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what a ticket asks for
         * @description While it is queued or paused; it keeps its place. Needs `If-Match`.
         */
        patch: operations["changeTicket"];
        trace?: never;
    };
    "/api/matchmaking/v1/tickets/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a ticket back
         * @description An open offer of it is withdrawn. Cancelling a cancelled ticket changes nothing.
         */
        post: operations["cancelTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/tickets/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the place and be offered to nobody for a while
         * @description An open offer of it is withdrawn. A ticket can be paused for 30 minutes in total, then it expires. Pausing a paused ticket changes nothing.
         */
        post: operations["pauseTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/tickets/{id}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say ready in the ready check
         * @description The match begins once the expert has accepted too: both get a `match` event, and the ticket has a `matchId`. Saying it again changes nothing.
         */
        post: operations["sayReady"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/tickets/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo that one did not come into the room
         * @description The ticket waits on at its old place, and what was missed is forgotten. It can be done once, until `reopenUntil`.
         */
        post: operations["reopenTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/tickets/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a pause
         * @description The ticket waits on at its place. While its learner cools down the answer is `/problems/cooling-down`, with `until`.
         */
        post: operations["resumeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See one's webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Be called
         * @description Calls are POSTs of `{type, timestamp, data}`, signed as standardwebhooks.com says. The answer shows the `secret`, once. An integrator can have 10 webhooks.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Be called no more
         * @description What was still to be sent there is gone.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change, enable or disable a webhook
         * @description While it is disabled, what happens is kept as `skipped` and can be replayed.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/matchmaking/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what was sent to a webhook, and what is to be
         * @description Newest event first. Events are kept for 30 days.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/webhooks/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how it went with an event */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have an event sent again
         * @description Under the same id, whether or not it was delivered; it can fail and be tried again anew.
         */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have all that has failed sent again
         * @description In the order in which it has happened. What was skipped while the webhook was disabled is sent too.
         */
        post: operations["replayFailedDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get another secret
         * @description The answer shows it, once. For 24 hours calls carry signatures by both, until `secretBeforeUntil`.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matchmaking/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be called right now
         * @description Sends a `ping` and says how that went. It is not repeated, and also sent to a disabled webhook.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An expert's declared readiness: a lease that ends unless it is renewed. */
        Availability: {
            state: components["schemas"]["AvailabilityState"];
            fields: components["schemas"]["Field"][];
            /**
             * @example [
             *       "en",
             *       "de"
             *     ]
             */
            languages: string[];
            /** @description When the lease ends unless it is renewed; left out when off. */
            leaseUntil?: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description How many matches until the availability ends by itself; left out when it does not.
             * @example 3
             */
            capacity?: number;
            /**
             * Format: int32
             * @description How many matches it has had so far.
             * @example 1
             */
            taken: number;
            /**
             * @description Whether no offers are wanted at the moment.
             * @example false
             */
            doNotDisturb: boolean;
            /**
             * @description Whether offers count as accepted at once; the learner is still asked.
             * @example false
             */
            autoAccept: boolean;
        };
        /** @description What an expert is available for. */
        AvailabilityRequest: {
            /**
             * @description Codes of fields the account offers, or of fields below those.
             * @example [
             *       "0613"
             *     ]
             */
            fields: string[];
            /**
             * @description Languages to help in (ISO 639-1); left out: those of the account.
             * @example [
             *       "en",
             *       "de"
             *     ]
             */
            languages?: string[];
            /**
             * Format: int32
             * @description How many matches until the availability ends by itself; left out: it does not.
             * @example 3
             */
            capacity?: number;
            /** @description Whether to get no offers for the moment, while the lease runs on; left out: false. */
            doNotDisturb?: boolean;
            /** @description Whether offers count as accepted at once; left out: false. */
            autoAccept?: boolean;
        };
        /** @enum {string} */
        AvailabilityState: "available" | "offered" | "in-call" | "do-not-disturb" | "off";
        /** @description An event on its way to a webhook. */
        Delivery: {
            /**
             * @description Id of the event: the `webhook-id` of each attempt.
             * @example evt_9sDf2GhJ4kL6zX8cV0bN1m
             */
            id: string;
            /** @example ticket.matched */
            type: string;
            happenedAt: components["schemas"]["Instant"];
            /**
             * @description `waiting` for the next attempt, `delivered`, `failed` for good, or `skipped` because the webhook was disabled.
             * @example waiting
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed" | "skipped";
            /**
             * Format: int32
             * @description How many attempts were made.
             * @example 2
             */
            attempts: number;
            /** @description When the next attempt is due; only while waiting. */
            nextAttemptAt?: components["schemas"]["Instant"];
            /** @description How the last attempt went. */
            lastAttempt?: components["schemas"]["LastAttempt"];
        };
        /** @description A page of deliveries, newest event first. */
        DeliveryPage: {
            items: components["schemas"]["Delivery"][];
            /** @description The `cursor` of the next page; left out on the last. */
            next?: string;
        };
        /** @description How long it may take until a match begins: about 8 of 10 waits end within the interval. */
        Estimate: {
            kind: components["schemas"]["Kind"];
            /**
             * Format: int64
             * @description Seconds from now; only with `interval`.
             * @example 60
             */
            fromSeconds?: number;
            /**
             * Format: int64
             * @description Seconds from now; only with `interval`.
             * @example 240
             */
            toSeconds?: number;
        };
        /** @description A field of expertise of ISCED-F 2013; a code covers every code that starts with it. */
        Field: {
            /** @example 0613 */
            code: string;
            /** @example Software and applications development and analysis */
            name: string;
        };
        /** @description How busy a field is, up to ten seconds ago. */
        FieldStatistics: {
            field: components["schemas"]["Field"];
            /**
             * Format: int32
             * @description Tickets of exactly this field that wait or are being offered.
             * @example 3
             */
            waiting: number;
            /**
             * Format: int32
             * @description Experts of this field, or one above it, who take tickets now.
             * @example 2
             */
            available: number;
            /**
             * Format: int32
             * @description Such experts who are in a call and will take tickets after it.
             * @example 5
             */
            inCall: number;
            /** @description For somebody who would ask now. */
            estimate: components["schemas"]["Estimate"];
        };
        /** @description One item for each field that was asked for, in that order. */
        FieldStatisticsList: {
            items: components["schemas"]["FieldStatistics"][];
        };
        /** @description One field that is wrong, and why. */
        FieldViolation: {
            /** @example problem */
            field: string;
            /** @example body */
            in: string;
            /** @example must not be blank */
            message: string;
        };
        /** @description The expert, as far as they are shown before the match. */
        FoundExpert: {
            /** @example Grace */
            displayName: string;
        };
        /** @description A page of past matches, newest first. */
        HistoryPage: {
            items: components["schemas"]["PastMatch"][];
            /**
             * @description The `cursor` of the next page; left out on the last.
             * @example MTc3MjM1OTIzMDEyMy5tY2hfN2hRcFduM2NZZDVLeDF2QnRSejhMbQ
             */
            next?: string;
        };
        /** @description HTTP Problem Response according to RFC9457 and RFC7807 */
        HttpProblem: {
            /**
             * Format: uri
             * @description A optional URI reference that identifies the problem type
             * @example https://example.com/errors/not-found
             */
            type?: string;
            /**
             * @description A optional, short, human-readable summary of the problem type
             * @example Not Found
             */
            title?: string;
            /**
             * Format: int32
             * @description The HTTP status code for this occurrence of the problem
             * @example 404
             */
            status?: number;
            /**
             * @description A optional human-readable explanation specific to this occurrence of the problem
             * @example Record not found
             */
            detail?: string;
            /**
             * Format: uri
             * @description A URI reference that identifies the specific occurrence of the problem
             * @example https://api.example.com/errors/123
             */
            instance?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description HTTP Validation Problem Response according to RFC9457 and RFC7807 */
        HttpValidationProblem: {
            /**
             * Format: uri
             * @description A optional URI reference that identifies the problem type
             * @example https://example.com/errors/not-found
             */
            type?: string;
            /**
             * @description A optional, short, human-readable summary of the problem type
             * @example Not Found
             */
            title?: string;
            /**
             * Format: int32
             * @description The HTTP status code for this occurrence of the problem
             * @example 404
             */
            status?: number;
            /**
             * @description A optional human-readable explanation specific to this occurrence of the problem
             * @example Record not found
             */
            detail?: string;
            /**
             * Format: uri
             * @description A URI reference that identifies the specific occurrence of the problem
             * @example https://api.example.com/errors/123
             */
            instance?: string;
            /** @description List of validation constraint violations that occurred */
            violations?: components["schemas"]["Violation"][];
        } & {
            [key: string]: unknown;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @enum {string} */
        Kind: "interval" | "no-expert" | "unknown";
        /** @description How the last attempt went. */
        LastAttempt: {
            at: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description Status of the answer; left out when there was none.
             * @example 500
             */
            status?: number;
            /**
             * @description Why there was none.
             * @example timeout
             * @enum {string}
             */
            error?: "address-not-public" | "connection" | "timeout" | "tls" | "secret-unreadable";
            /**
             * Format: int64
             * @description How long it took.
             * @example 87
             */
            milliseconds: number;
        };
        /** @description The integrator's user whom the ticket is for. */
        Learner: {
            /** @example student-4711 */
            externalId: string;
            /** @example Ada */
            displayName: string;
        };
        /** @description One of the integrator's own users, who needs no account here. */
        LearnerRequest: {
            /**
             * @description The user's id at the integrator. The same one is the same learner: one open ticket at a time.
             * @example student-4711
             */
            externalId: string;
            /**
             * @description What experts see; 1 to 60 characters on one line.
             * @example Ada
             */
            displayName: string;
            /**
             * @description Languages the user speaks (ISO 639-1), for when the ticket itself names none.
             * @example [
             *       "en"
             *     ]
             */
            languages?: string[];
        };
        /** @enum {string} */
        LearnerSide: "simulated" | "by-link";
        /** @description A confirmed pairing, as one of the two sees it. */
        Match: {
            /** @example mch_7hQpWn3cYd5Kx1vBtRz8Lm */
            id: string;
            role: components["schemas"]["Role"];
            peer: components["schemas"]["Participant"];
            field: components["schemas"]["Field"];
            /** @example My recursive function never ends. */
            problem: string;
            /**
             * @description Why these two fit, in words.
             * @example [
             *       "Asked about 0613 Software and applications development and analysis, which the expert helps with",
             *       "You both speak English"
             *     ]
             */
            because: string[];
            startedAt: components["schemas"]["Instant"];
            state: components["schemas"]["MatchState"];
            /** @description Once it is over. */
            endedAt?: components["schemas"]["Instant"];
            /**
             * @description How it ended; `empty`: the room stayed empty; `withdrawn`: one of the two left before both had come.
             * @example left
             * @enum {string}
             */
            reason?: "left" | "empty" | "no-show" | "withdrawn" | "by-administrator";
            /** @description `true` for a match with a simulated expert; else left out. */
            sandbox?: boolean;
        };
        /** @enum {string} */
        MatchState: "matched" | "in-call" | "completed";
        /** @description A ticket that an expert is asked to take. */
        Offer: {
            /** @example ofr_9sDf2GhJ4kL6zX8cV0bN1m */
            id: string;
            /** @example tkt_4fRkVGhX0a7Wc2mTqLs9Zb */
            ticketId: string;
            learner: components["schemas"]["Participant"];
            field: components["schemas"]["Field"];
            /**
             * @example [
             *       "en"
             *     ]
             */
            languages: string[];
            /** @example My recursive function never ends. */
            problem: string;
            /**
             * @description Why these two fit, in words.
             * @example [
             *       "Asked about 0613 Software and applications development and analysis, which the expert helps with",
             *       "You both speak English"
             *     ]
             */
            because: string[];
            /** @description Until when both have to have said yes. */
            expiresAt: components["schemas"]["Instant"];
            /**
             * @description Whether the expert has accepted already.
             * @example true
             */
            accepted: boolean;
            /**
             * @description Whether the learner has said yes already.
             * @example false
             */
            learnerReady: boolean;
            /**
             * Format: int64
             * @description How long the learner has waited so far.
             * @example 42
             */
            waitedSeconds: number;
            /**
             * @description The match it became; only once both have said yes.
             * @example mch_7hQpWn3cYd5Kx1vBtRz8Lm
             */
            matchId?: string;
        };
        /** @description The other participant, as far as they are shown. */
        Participant: {
            /** @example Ada */
            displayName: string;
        };
        /** @description What a room pass is asked for with. */
        PassRequest: {
            /**
             * @description Random, made by the page for one way into the room: the pass can be used again only with the same one.
             * @example 2Vb8Kp0QxZr5Ln7Ws3Tf1Yc
             */
            nonce: string;
        };
        /** @description A match that is over, with what the caller has said about it. */
        PastMatch: {
            match: components["schemas"]["Match"];
            /** @description The caller's own; left out when there is none. */
            rating?: components["schemas"]["Rating"];
            /** @description Whether the caller has thanked. */
            thanked: boolean;
            /** @description Whether the other one has thanked. */
            thanksReceived: boolean;
            /** @description Whether the expert is a favourite of the caller. */
            favourite: boolean;
            /** @description Whether the caller has blocked the other one. */
            blocked: boolean;
            /** @description Until when it can be rated and thanked for; left out when nobody came into the room. */
            rateUntil?: components["schemas"]["Instant"];
        };
        /** @description Why and for how long a ticket waits unseen. */
        Pause: {
            reason: components["schemas"]["PauseReason"];
            /** @description From when on it can be resumed. */
            resumableAt: components["schemas"]["Instant"];
            /** @description When it expires unless it is resumed. */
            endsAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        PauseReason: "by-learner" | "not-ready";
        /** @description What is wrong, and what to do next (RFC 9457). Some types carry more fields. */
        Problem: {
            /**
             * @description Stable name of the kind of problem.
             * @example /problems/not-found
             */
            type: string;
            /**
             * Format: int32
             * @example 404
             */
            status: number;
            /** @example Not found */
            title: string;
            /**
             * @description What to do next.
             * @example This account has no such ticket; GET /standing shows what is open, and GET /tickets what an integrator has asked for.
             */
            detail: string;
            /**
             * @description Path of the request.
             * @example /api/matchmaking/v1/tickets/x
             */
            instance: string;
        };
        /** @description What one participant thinks of the other. */
        Rating: {
            /**
             * Format: int32
             * @example 5
             */
            stars: number;
            /**
             * @description Learners say: clear, patient, knowledgeable, friendly, unclear, impatient, off-topic,
             *     technical-trouble. Experts say: prepared, friendly, curious, unprepared, impatient, off-topic,
             *     technical-trouble.
             * @example [
             *       "clear",
             *       "patient"
             *     ]
             */
            reasons: components["schemas"]["Reason"][];
            /**
             * @description In one's own words; only oneself can read them again.
             * @example Now it ends.
             */
            words?: string;
        };
        /** @description An expert was found: the match begins once both have said yes. */
        ReadyCheck: {
            /** @example ofr_9sDf2GhJ4kL6zX8cV0bN1m */
            offerId: string;
            /** @description Until when both have to have said yes. */
            expiresAt: components["schemas"]["Instant"];
            /**
             * @description Whether this learner has said yes already.
             * @example false
             */
            ready: boolean;
            expert: components["schemas"]["FoundExpert"];
            /**
             * @description Why these two fit, in words.
             * @example [
             *       "field 0613 Software and applications development and analysis",
             *       "language en"
             *     ]
             */
            because: string[];
        };
        /** @enum {string} */
        Reason: "clear" | "patient" | "knowledgeable" | "friendly" | "unclear" | "impatient" | "off-topic" | "technical-trouble" | "prepared" | "curious" | "unprepared";
        /** @description Somebody met before. */
        Relation: {
            /**
             * @description Names this favourite or block, not the person.
             * @example rel_2mQ8vXc5Tn1Lw7Kz4Rb9Ys
             */
            id: string;
            /** @example Bob */
            displayName: string;
            since: components["schemas"]["Instant"];
        };
        /** @description A page, newest first. */
        RelationPage: {
            items: components["schemas"]["Relation"][];
            /**
             * @description The `cursor` of the next page; left out on the last.
             * @example MTc3MjM1OTIzMDEyMy5yZWxfOXNEZjJHaEo0a0w2elg4Y1YwYk4xbQ
             */
            next?: string;
        };
        /** @description What is to be sent again. */
        ReplayRequest: {
            /**
             * @description All that has failed or was skipped, and has happened at this time or later.
             * @example 2026-03-01T10:00:00Z
             */
            since: components["schemas"]["Instant"];
        };
        /** @description How much will be sent again. */
        Replayed: {
            /**
             * Format: int32
             * @description So many deliveries.
             * @example 12
             */
            replayed: number;
        };
        /** @enum {string} */
        Role: "learner" | "expert";
        /** @description The signed, short-lived right to enter a room. */
        RoomPass: {
            /**
             * @description A signed JWT; opaque to the page.
             * @example eyJhbGciOiJFUzI1NiIsInR5cCI6InN0b2Etcm9vbS1wYXNzK2p3dCJ9.e30.c2ln
             */
            pass: string;
            expiresAt: components["schemas"]["Instant"];
            /** @example /api/signaling/v1/socket */
            socketPath: string;
        };
        /** @description Puts the ticket into the sandbox, where simulated experts do what the scenario says, within seconds and by the same steps as real ones. No real expert ever sees it. */
        SandboxRequest: {
            /**
             * @description `accepts`: an expert accepts, comes and hangs up. `declines-first`: one declines, then another accepts. `nobody`: it waits until it is cancelled or expires. `learner-not-ready`: the learner is silent in the ready check, so the ticket is paused; resume it. `expert-no-show`: an expert accepts but does not come, so the ticket is back in the queue; then another accepts.
             * @example accepts
             */
            scenario: components["schemas"]["Scenario"];
            /**
             * @description Who is the learner: `simulated` (usual) or `by-link`, whoever follows the join link.
             * @example simulated
             */
            learner?: components["schemas"]["LearnerSide"];
            /**
             * Format: int32
             * @description After how many seconds the expert hangs up; 3 is usual.
             * @example 3
             */
            callSeconds?: number;
        };
        /** @enum {string} */
        Scenario: "accepts" | "declines-first" | "nobody" | "learner-not-ready" | "expert-no-show";
        /** @description A self-test: a ticket in the sandbox that an administrator's page takes through its whole life. */
        SelfTest: {
            /** @example slf_6hQpWn3cYd5Kx1vBtRz8Lm */
            id: string;
            /**
             * @description The ticket, for which a simulated expert comes within seconds.
             * @example tkt_4fRkVGhX0a7Wc2mTqLs9Zb
             */
            ticketId: string;
            /**
             * @description The bearer token of the ticket's learner, whom the page plays.
             * @example eyJhbGciOiJFUzI1NiIsInR5cCI6InN0b2Etam9pbitqd3QifQ.e30.c2ln
             */
            token: string;
            /** @description Until when the token is good. */
            expiresAt: components["schemas"]["Instant"];
            /** @description What time it is by the clock of the instance. */
            at: components["schemas"]["Instant"];
        };
        /** @description All that is open for an account; null where nothing is. */
        Standing: {
            ticket: components["schemas"]["Ticket"] | null;
            availability: components["schemas"]["Availability"] | null;
            offer: components["schemas"]["Offer"] | null;
            match: components["schemas"]["Match"] | null;
            /** @description Until when the account, which has left others waiting, can neither become available nor resume a ticket. */
            coolingUntil: ((string | components["schemas"]["Instant"] | null) | null) | components["schemas"]["Instant"] | null;
            /** @description The newest match of the last hour that the caller has not rated; left out when there is none. */
            toRate?: components["schemas"]["Match"];
            /** @description When this was so, by the clock that all other times here are told by. */
            at?: components["schemas"]["Instant"];
        };
        /** @description How a test call went. */
        TestResult: {
            /**
             * @description Its `webhook-id`.
             * @example evt_9sDf2GhJ4kL6zX8cV0bN1m
             */
            id: string;
            /** @description Whether the answer was 2xx. */
            delivered: boolean;
            /**
             * Format: int32
             * @description Status of the answer; left out when there was none.
             * @example 200
             */
            status?: number;
            /**
             * @description Why there was none.
             * @example timeout
             * @enum {string}
             */
            error?: "address-not-public" | "connection" | "timeout" | "tls";
            /**
             * Format: int64
             * @description How long it took.
             * @example 87
             */
            milliseconds: number;
        };
        /** @description A learner's wish for help. */
        Ticket: {
            /** @example tkt_4fRkVGhX0a7Wc2mTqLs9Zb */
            id: string;
            state: components["schemas"]["TicketState"];
            /**
             * Format: int64
             * @description Raised by every change of the ticket; the `ETag` is made of it.
             * @example 4
             */
            revision: number;
            field: components["schemas"]["Field"];
            /**
             * @description Languages the learner can be helped in (ISO 639-1).
             * @example [
             *       "en"
             *     ]
             */
            languages: string[];
            /** @example My recursive function never ends. */
            problem: string;
            createdAt: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description Place among the waiting tickets of the same field, 1 is next; only while queued, offered or paused. It never moves backwards.
             * @example 3
             */
            place?: number;
            /** @description How long it may still take; only while queued, offered or paused. */
            estimate?: components["schemas"]["Estimate"];
            /** @description The ready check; only while offered. */
            readyCheck?: components["schemas"]["ReadyCheck"];
            /** @description The pause; only while paused. */
            pause?: components["schemas"]["Pause"];
            /** @description Why it is over; only once cancelled, expired or failed. */
            reason?: components["schemas"]["TicketReason"];
            /** @description Until when it can be reopened; only while failed, and not a second time. */
            reopenUntil?: components["schemas"]["Instant"];
            /**
             * @description The match it became; only once matched.
             * @example mch_7hQpWn3cYd5Kx1vBtRz8Lm
             */
            matchId?: string;
            /** @description `true` for a ticket in the sandbox; else left out. */
            sandbox?: boolean;
            /** @description Whom it is for; only for the integrator that has asked. */
            learner?: components["schemas"]["Learner"];
            /**
             * Format: uri
             * @description Opens the call for that user, who needs no account: show it in a page, or send it. Whoever has it is that user. Only in the answer to the integrator that has asked.
             * @example https://stoa.example/join#eyJhbGciOiJFUzI1NiIsInR5cCI6InN0b2Etam9pbitqd3QifQ.e30.c2ln
             */
            joinLink?: string;
        };
        /** @description What is to be different about a ticket; what is left out stays. */
        TicketChange: {
            /**
             * @description What the learner is stuck on, in words.
             * @example My recursive function never ends.
             */
            problem?: string;
            /**
             * @description Languages to be helped in (ISO 639-1).
             * @example [
             *       "en"
             *     ]
             */
            languages?: string[];
        };
        /** @description A page of tickets, newest first. */
        TicketPage: {
            items: components["schemas"]["Ticket"][];
            /**
             * @description The `cursor` of the next page; left out on the last. A page that has it can hold fewer items than asked for, even none.
             * @example MTc3MjM1OTIzMDEyMy50a3RfNGZSa1ZHaFgwYTdXYzJtVHFMczlaYg
             */
            next?: string;
        };
        /** @enum {string} */
        TicketReason: "by-learner" | "waited-too-long" | "paused-too-long" | "no-show" | "by-administrator";
        /**
         * @description What a learner asks for.
         * @example {
         *       "field": "0613",
         *       "problem": "My recursive function never ends."
         *     }
         * @example {
         *       "field": "0613",
         *       "problem": "My recursive function never ends.",
         *       "learner": {
         *         "externalId": "student-4711",
         *         "displayName": "Ada",
         *         "languages": [
         *           "en"
         *         ]
         *       }
         *     }
         * @example {
         *       "field": "0613",
         *       "languages": [
         *         "en"
         *       ],
         *       "problem": "My recursive function never ends.",
         *       "learner": {
         *         "externalId": "student-4711",
         *         "displayName": "Ada"
         *       },
         *       "sandbox": {
         *         "scenario": "declines-first",
         *         "learner": "by-link",
         *         "callSeconds": 30
         *       }
         *     }
         */
        TicketRequest: {
            /**
             * @description Code of a field of ISCED-F 2013.
             * @example 0613
             */
            field: string;
            /**
             * @description Languages to be helped in (ISO 639-1); left out: those of the account.
             * @example [
             *       "en"
             *     ]
             */
            languages?: string[];
            /**
             * @description What the learner is stuck on, in words.
             * @example My recursive function never ends.
             */
            problem: string;
            /** @description On whose behalf an integrator asks: required of integrators, refused from everybody else. */
            learner?: components["schemas"]["LearnerRequest"];
            /** @description Left out: real people. For integrators with the scope `sandbox` only. */
            sandbox?: components["schemas"]["SandboxRequest"];
        };
        /**
         * @description Where a ticket is in its life: queued, offered (the ready check), matched, in-call, completed; paused (it keeps its place), cancelled, expired, failed (its learner did not come).
         * @enum {string}
         */
        TicketState: "queued" | "offered" | "paused" | "matched" | "in-call" | "completed" | "cancelled" | "expired" | "failed";
        /** @description What is wrong with the request, field by field. */
        ValidationProblem: {
            /** @example /problems/bad-request */
            type: string;
            /**
             * Format: int32
             * @example 400
             */
            status: number;
            /** @example Bad Request */
            title: string;
            /** @example Correct the request: its body has to be JSON as the OpenAPI document describes it. */
            detail: string;
            /** @example /api/matchmaking/v1/tickets */
            instance: string;
            /** @description Left out when the body is no JSON at all. */
            violations?: components["schemas"]["FieldViolation"][];
        };
        /** @description Validation constraint violation details */
        Violation: {
            /**
             * @description The field for which the validation failed
             * @example #/profile/email
             */
            field?: string;
            /**
             * @description Part of the http request where the validation error occurred such as query, path, header, form, body
             * @example query
             * @example path
             * @example header
             * @example form
             * @example body
             */
            in?: string;
            /**
             * @description Description of the validation error
             * @example Invalid email format
             */
            message?: string;
        };
        /** @description Where an integrator is called. */
        Webhook: {
            /** @example whk_4fRkVGhX0a7Wc2mTqLs9Zb */
            id: string;
            /**
             * @description What is called.
             * @example https://school.example/stoa
             */
            url: string;
            /**
             * @description Types of the events it is called for; empty: all.
             * @example [
             *       "ticket.matched"
             *     ]
             */
            events: string[];
            /**
             * @description The integrator's own words.
             * @example Production
             */
            description?: string;
            /** @description Whether it is called. */
            enabled: boolean;
            /**
             * @description Why it is not called: `by-integrator`; `gone`, it has answered 410; `failing`, it has failed for days without one success.
             * @example failing
             * @enum {string}
             */
            disabledReason?: "by-integrator" | "gone" | "failing";
            /** @description Since when it is not called. */
            disabledAt?: components["schemas"]["Instant"];
            /** @description Since when no attempt has succeeded; left out while all is well. */
            failingSince?: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
            /**
             * Format: int64
             * @description Raised by every change; it is the `ETag`.
             * @example 1
             */
            revision: number;
            /**
             * @description What calls are signed with. It is shown once: when it is made.
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD9OQ0HXUq1mA=
             */
            secret?: string;
            /** @description Until when the secret before the last rotation signs too. */
            secretBeforeUntil?: components["schemas"]["Instant"];
        };
        /** @description What is to be different about a webhook; what is left out stays. */
        WebhookChange: {
            /**
             * @description What to call, as when it was made.
             * @example https://school.example/stoa
             */
            url?: string;
            /**
             * @description Types of the events; empty: all.
             * @example [
             *       "ticket.matched"
             *     ]
             */
            events?: string[];
            /**
             * @description Own words; empty: none.
             * @example Production
             */
            description?: string;
            /** @description Whether to call it. What still waits when it is enabled again is sent then. */
            enabled?: boolean;
        };
        /** @description All webhooks of an integrator, oldest first. */
        WebhookList: {
            items: components["schemas"]["Webhook"][];
        };
        /** @description A webhook to be made. */
        WebhookRequest: {
            /**
             * @description What to call: https, without user name, password or fragment, on port 443 or one from 1024 on, at a host with public addresses.
             * @example https://school.example/stoa
             */
            url: string;
            /**
             * @description Types of the events to be called for: `ticket.` and `match.` with the state that is new, or `match.ended`. All if left out or empty.
             * @example [
             *       "ticket.matched",
             *       "match.ended"
             *     ]
             */
            events?: string[];
            /**
             * @description Own words, to tell it from others.
             * @example Production
             */
            description?: string;
            /** @description Whether to call it; true if left out. */
            enabled?: boolean;
        };
    };
    responses: {
        /** @description `/problems/not-for-this-caller`: it is for another kind of caller; `/problems/insufficient-scope`: the token lacks the scope named in `scope`. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/if-match-needed`: the request has no `If-Match`. */
        IfMatchNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/bad-request`: the request is malformed; `violations` names the fields. `/problems/bad-cursor`: `cursor` is not what a page has given. `/problems/bad-idempotency-key`: it can't be a key. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description `/problems/not-found`: there is no such thing, or it belongs to somebody else. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/stale`: it has changed since the caller has seen it. */
        Stale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The ticket as it is now. */
        TheTicket: {
            headers: {
                /** @description Its revision, for `If-Match`. */
                ETag?: string;
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Ticket"];
            };
        };
        /** @description The webhook as it is now. */
        TheWebhook: {
            headers: {
                /** @description Its revision, for `If-Match`. */
                ETag?: string;
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Webhook"];
            };
        };
        /** @description `/problems/ticket-state-conflict`: the ticket's `state` forbids it, and `detail` says what is possible; `/problems/cooling-down`: not before `until`; `/problems/active-ticket-exists`: there is another one; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
        TicketStateForbids: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/unauthorized`: there is no valid access token. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/unavailable`: a part that this needs is away for the moment. */
        Unavailable: {
            headers: {
                /** @description Seconds to wait before the next try. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/quota-exceeded`: the caller has asked too often. */
        TooMany: {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                /** @description Seconds to wait before the next try. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/idempotency-key-reused`: the Idempotency-Key came with another path or body before. */
        KeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
        InFlight: {
            headers: {
                /** @description Seconds to wait before the next try. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
         * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
         */
        "Idempotency-Key": string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description `true` when this is what an equal POST before was answered.
         * @example true
         */
        "Idempotent-Replayed": string;
        /**
         * @description How many requests there are at once (`q`), and in how many seconds all of them come back (`w`).
         * @example "default";q=1000;w=10
         */
        "RateLimit-Policy": string;
        /**
         * @description How many requests are left (`r`), and in how many seconds all of them are there again (`t`).
         * @example "default";r=950;t=1
         */
        RateLimit: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The availability; its state is `off` when there is none. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    setAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityRequest"];
            };
        };
        responses: {
            /** @description The availability. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            /** @description `/problems/field-not-offered`: the account does not offer help with one of the fields; `/problems/field-not-verified`: it does, but nobody has verified that yet. `fields` names them. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/cooling-down`: the account has left somebody waiting and can come back at `until`; `/problems/capacity-reached`: the availability has taken `taken` matches already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    endAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is not available. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewAvailability: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The availability with its new lease. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `/problems/not-available`: there is no availability to renew (any more). */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["InFlight"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                /** @description The `next` of the page before; left out for the first. */
                cursor?: string;
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is blocked no more. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `id` of the last event seen; left out on a fresh stream.
                 * @example 1772359230123-0
                 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFavourites: {
        parameters: {
            query?: {
                /** @description The `next` of the page before; left out for the first. */
                cursor?: string;
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteFavourite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no favourite any more. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFieldStatistics: {
        parameters: {
            query: {
                /**
                 * @description Codes of up to 50 fields, separated by commas.
                 * @example 0613,0541
                 */
                fields: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics. */
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldStatisticsList"];
                };
            };
            /** @description Nothing has changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    listHistory: {
        parameters: {
            query?: {
                /** @description The `next` of the page before; left out for the first. */
                cursor?: string;
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    shutIntegratorOut: {
        parameters: {
            query: {
                /**
                 * @description The client's id at the provider.
                 * @example our-school
                 */
                clientId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has nothing open any more; also when there was nothing. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            /** @description `/problems/administrators-only`: the caller is no administrator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    forgetLearner: {
        parameters: {
            query: {
                /**
                 * @description The user's id at the integrator.
                 * @example student-4711
                 */
                externalId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is forgotten, in the sandbox too. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The match. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Match"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    blockPeer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They will not be matched again. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/match-not-over`, `/problems/no-call`, `/problems/too-late` (24 h after the end) or `/problems/blocked`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    unblockPeer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They can be matched again, if the other one agrees. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/match-not-over`, `/problems/no-call`, `/problems/too-late` (24 h after the end) or `/problems/blocked`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    favourExpert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The expert is a favourite. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            /** @description `/problems/learners-only`: the caller was the expert. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description `/problems/match-not-over`, `/problems/no-call`, `/problems/too-late` (24 h after the end) or `/problems/blocked`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    unfavourExpert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The expert is no favourite. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/match-not-over`, `/problems/no-call`, `/problems/too-late` (24 h after the end) or `/problems/blocked`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    leaveMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The match is over. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["InFlight"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    createRoomPass: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassRequest"];
            };
        };
        responses: {
            /** @description The room pass. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPass"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
            /** @description `/problems/match-completed`: the match is over; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    rateMatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rating"];
            };
        };
        responses: {
            /** @description It is noted. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/match-not-over`, `/problems/no-call`, `/problems/too-late` (24 h after the end) or `/problems/blocked`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    thankForMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The other one knows. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/match-not-over`, `/problems/no-call`, `/problems/too-late` (24 h after the end) or `/problems/blocked`; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptOffer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offer. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/offer-expired`: it is not open any more; `state` says how it ended; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    declineOffer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offer is declined. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/offer-expired`: it is not open any more; `state` says how it ended; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPassKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JWK Set (RFC 7517). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    beginSelfTest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket is queued. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfTest"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            /** @description `/problems/administrators-only`: the caller is no administrator; `/problems/sandbox-off`: the operator has switched the sandbox off, where self-tests happen. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["InFlight"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSelfTestPass: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassRequest"];
            };
        };
        responses: {
            /** @description The room pass. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPass"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            /** @description `/problems/administrators-only`: the caller is no administrator; `/problems/sandbox-off`: the operator has switched the sandbox off, where self-tests happen. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description `/problems/self-test-not-matched`: there is no match yet; `/problems/match-completed`: it is over; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStanding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is open. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description What the page before has given as `next`. */
                cursor?: string;
                /** @description Most items; 20 is usual. */
                limit?: number;
                /**
                 * @description `open` leaves out those that are over; `all` is usual.
                 * @example open
                 */
                state?: "open" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketRequest"];
            };
        };
        responses: {
            /** @description The ticket is queued. */
            201: {
                headers: {
                    /** @description Path of the ticket. */
                    Location?: string;
                    /** @description Its revision, for `If-Match`. */
                    ETag?: string;
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `/problems/active-ticket-exists`: the account has an open ticket, named in `ticketId`; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: components["responses"]["TheTicket"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeTicket: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the ticket as it was seen; with another one the answer is 412.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketChange"];
            };
        };
        responses: {
            /** @description OK */
            200: components["responses"]["TheTicket"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["TicketStateForbids"];
            412: components["responses"]["Stale"];
            428: components["responses"]["IfMatchNeeded"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the ticket as it was seen; with another one the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: string;
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: components["responses"]["TheTicket"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["TicketStateForbids"];
            412: components["responses"]["Stale"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    pauseTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the ticket as it was seen; with another one the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: string;
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: components["responses"]["TheTicket"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["TicketStateForbids"];
            412: components["responses"]["Stale"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    sayReady: {
        parameters: {
            query?: {
                /**
                 * @description The `offerId` of the ready check that was shown, so that a late answer is not taken for one to a newer check.
                 * @example ofr_9sDf2GhJ4kL6zX8cV0bN1m
                 */
                offerId?: string;
            };
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/offer-expired`: that ready check is over. `/problems/ticket-state-conflict`: the ticket is over. `state` says what state the ticket is in; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reopenTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the ticket as it was seen; with another one the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: string;
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: components["responses"]["TheTicket"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["TicketStateForbids"];
            412: components["responses"]["Stale"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the ticket as it was seen; with another one the answer is 412.
                 * @example "3"
                 */
                "If-Match"?: string;
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: components["responses"]["TheTicket"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["TicketStateForbids"];
            412: components["responses"]["Stale"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, oldest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description It is called from now on. */
            201: {
                headers: {
                    /** @description Path of the webhook. */
                    Location?: string;
                    /** @description Its revision, for `If-Match`. */
                    ETag?: string;
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `/problems/too-many-webhooks`; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            /** @description `/problems/webhooks-not-set-up`: this deployment has none. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: components["responses"]["TheWebhook"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the webhook as it was seen; with another one the answer is 412.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the webhook as it was seen; with another one the answer is 412.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            /** @description OK */
            200: components["responses"]["TheWebhook"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            428: components["responses"]["IfMatchNeeded"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description What the page before has given as `next`. */
                cursor?: string;
                /** @description Most items; 20 is usual. */
                limit?: number;
                /**
                 * @description Only those in this state.
                 * @example failed
                 */
                state?: "waiting" | "delivered" | "failed" | "skipped";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it went so far. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                deliveryId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is sent right away. */
            202: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/webhook-disabled`; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayFailedDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayRequest"];
            };
        };
        responses: {
            /** @description It is sent right away. */
            202: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `/problems/webhook-disabled`; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the webhook as it was seen; with another one the answer is 412.
                 * @example "1"
                 */
                "If-Match"?: string;
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: components["responses"]["TheWebhook"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InFlight"];
            412: components["responses"]["Stale"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the same path and body is answered as the first time, and nothing is done twice; answers 400, 401, 403, 412, 429, 5xx and those with `Retry-After` are not remembered.
                 * @example 8e03978e-40d5-43e8-bc93-6894a57f9324
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it went. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InFlight"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
}
