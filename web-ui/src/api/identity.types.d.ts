// Generated from openapi.yaml by `npm run types`.

export interface paths {
    "/api/identity/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find accounts
         * @description By name, without regard to case; `next` leads to the next page.
         */
        get: operations["findAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: operations["getAccountById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/accounts/{id}/ban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Shut an account out
         * @description Within seconds the account is signed out everywhere, its ticket, availability and call are ended, and what it asks for is answered 403 `/problems/account-banned` with the reason.
         */
        put: operations["banAccount"];
        post?: never;
        /**
         * Let an account in again
         * @description Where nobody is banned nothing changes.
         */
        delete: operations["unbanAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/accounts/{id}/verifications/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that somebody knows a field
         * @description From now on the account can become available for the field and those below it. Saying it again changes nothing.
         */
        put: operations["verifyField"];
        post?: never;
        /**
         * Take back that somebody knows a field
         * @description A waiting expert is no longer available for the field within seconds; a call goes on. Where nothing is verified nothing changes.
         */
        delete: operations["withdrawVerification"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find fields of expertise
         * @description Matches the beginnings of words in names and everyday words, without regard to case and accents, best match first. Without `q`: all fields of the level (broad by default) in order.
         */
        get: operations["findFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/fields/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One field of expertise
         * @description The field with the fields above and directly below it.
         */
        get: operations["getField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in
         * @description A browser navigation: leads to the OpenID Connect provider (authorization code, PKCE, state, nonce) and back to `returnTo`, with a session cookie. A sign-in that fails ends at `/?signIn=cancelled`, `/?signIn=failed` or `/?signIn=unavailable`.
         */
        get: operations["login"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description A browser navigation: ends the session here, then at the provider, and lands on `/`. Within seconds its access tokens are refused, its event streams end, and what was open by it does. While the session cannot be ended the browser keeps its cookie, and lands on `/?signOut=unavailable`. For ten minutes after its end a session still leads to the provider, to be ended there, too.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's account
         * @description The first call makes the account from the token's claims: name, and English as language.
         */
        get: operations["getAccount"];
        /**
         * Change the caller's account
         * @description Replaces name, languages and fields as a whole. A field that is given up loses its verification.
         */
        put: operations["changeAccount"];
        post?: never;
        /**
         * Delete the caller's account
         * @description Name, languages, fields and verifications go at once; within seconds what is open ends, and what others have kept of the account goes, too. Its sessions and access tokens are good for nothing more: 401 `/problems/account-deleted`. The account at the provider stays: whoever signs in again begins anew. A banned account cannot be deleted.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The browser's session
         * @description An access token with at least a minute left, refreshed if need be. Without a session, or with one that has ended, the answer is `{"signedIn":false}`; a session of a banned account, or from before its account was deleted, ends, and once `reason` says so, for a ban with `detail`.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
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
        /** @description The signed-in person */
        Account: {
            /**
             * @description The provider's subject; never changes
             * @example 4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11
             */
            id: string;
            /**
             * @description How others see this person
             * @example Ada
             */
            displayName: string;
            /**
             * @description ISO 639-1 codes, the preferred one first
             * @example [
             *       "en",
             *       "de"
             *     ]
             */
            languages: string[];
            /** @description The fields in which this person helps */
            fields: components["schemas"]["OfferedField"][];
            /**
             * @description Whether this person runs the place
             * @example false
             */
            administrator: boolean;
        };
        /** @description The whole changeable part of an account */
        AccountChange: {
            /**
             * @description How others see this person
             * @example Ada
             */
            displayName: string;
            /**
             * @description ISO 639-1 codes, the preferred one first
             * @example [
             *       "en",
             *       "de"
             *     ]
             */
            languages: string[];
            /**
             * @description Codes of the fields in which this person helps
             * @example [
             *       "0613",
             *       "054"
             *     ]
             */
            fields: string[];
        };
        /** @description Accounts, by name */
        AccountPage: {
            items: components["schemas"]["AdministeredAccount"][];
            /**
             * @description The cursor of the next page; left out on the last one
             * @example WyJBZGEiLCI0YjllMWYwYS02YzFkLTRkMGMtOWE1Ny0zZjBmM2Y2YTJjMTEiXQ
             */
            next?: string;
        };
        /** @description An account as administrators see it */
        AdministeredAccount: {
            /**
             * @description The provider's subject; never changes
             * @example 4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11
             */
            id: string;
            /**
             * @description How others see this person
             * @example Ada
             */
            displayName: string;
            /**
             * @description ISO 639-1 codes, the preferred one first
             * @example [
             *       "en",
             *       "de"
             *     ]
             */
            languages: string[];
            /** @description The fields in which this person helps */
            fields: components["schemas"]["AdministeredField"][];
            /**
             * @description Whether the account is shut out
             * @example false
             */
            banned: boolean;
            ban?: components["schemas"]["Ban"];
        };
        /** @description A field that an account offers, and who has verified it when */
        AdministeredField: {
            /**
             * @description ISCED-F 2013 code
             * @example 0613
             */
            code: string;
            /**
             * @description English name of the standard
             * @example Software and applications development and analysis
             */
            name: string;
            /**
             * @description Whether this person can become available for the field
             * @example true
             */
            verified: boolean;
            /**
             * @description Id of the administrator who has verified it; only of verified fields
             * @example 0c2f7f0e-3a52-4a3c-b3f0-2a1f5f6f7a88
             */
            verifiedBy?: string;
            /**
             * @description When (UTC); only of verified fields
             * @example 2026-01-01T12:00:00Z
             */
            verifiedAt?: components["schemas"]["Instant"];
        };
        /** @description Why an account is shut out; only of banned accounts */
        Ban: {
            /**
             * @description As the person is told it
             * @example Selling homework
             */
            reason: string;
            /**
             * @description Id of the administrator who banned it
             * @example 0c2f7f0e-3a52-4a3c-b3f0-2a1f5f6f7a88
             */
            by: string;
            /**
             * @description When (UTC)
             * @example 2026-01-01T12:00:00Z
             */
            at: components["schemas"]["Instant"];
        };
        /** @description Why an account is to be shut out */
        BanRequest: {
            /**
             * @description The person is told it
             * @example Selling homework
             */
            reason: string;
        };
        /** @description A field of expertise with its neighbours in the classification */
        FieldWithChildren: {
            /**
             * @description ISCED-F 2013 code
             * @example 061
             */
            code: string;
            /**
             * @description English name of the standard
             * @example Information and Communication Technologies (ICTs)
             */
            name: string;
            level: components["schemas"]["Level"];
            /** @description The fields above, broadest first */
            path: components["schemas"]["NamedField"][];
            /** @description The fields directly below */
            children: components["schemas"]["NamedField"][];
        };
        /** @description A field of expertise with the fields above it */
        FoundField: {
            /**
             * @description ISCED-F 2013 code
             * @example 0541
             */
            code: string;
            /**
             * @description English name of the standard
             * @example Mathematics
             */
            name: string;
            level: components["schemas"]["Level"];
            /** @description The fields above, broadest first */
            path: components["schemas"]["NamedField"][];
        };
        /** @description Fields, best match first */
        FoundFields: {
            items: components["schemas"]["FoundField"][];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @description What is wrong with the input (RFC 9457) */
        InvalidInput: {
            /**
             * Format: uri-reference
             * @description `/problems/invalid-input` or `/problems/malformed-body`
             * @example /problems/invalid-input
             */
            type: string;
            /**
             * @description The problem in a few words
             * @example Invalid input
             */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status code
             * @example 400
             */
            status: number;
            /**
             * @description What to do next
             * @example Correct the fields named in "violations" and send the request again.
             */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path that was asked for
             * @example /api/identity/v1/me
             */
            instance: string;
            /** @description Every field that is out of bounds; only of invalid input */
            violations?: components["schemas"]["Violation"][];
            /**
             * @description The field of another shape; only of a malformed body
             * @example languages[0]
             */
            field?: string;
        };
        /**
         * @description How fine a field is: a broad field holds narrow ones, which hold detailed ones
         * @enum {string}
         */
        Level: "broad" | "narrow" | "detailed";
        /** @description A field of expertise by code and name */
        NamedField: {
            /**
             * @description ISCED-F 2013 code: two to four digits
             * @example 0613
             */
            code: string;
            /**
             * @description English name of the standard
             * @example Software and applications development and analysis
             */
            name: string;
        };
        /** @description A field of expertise that an account offers */
        OfferedField: {
            /**
             * @description ISCED-F 2013 code: two to four digits
             * @example 0613
             */
            code: string;
            /**
             * @description English name of the standard
             * @example Software and applications development and analysis
             */
            name: string;
            /**
             * @description Whether an administrator has checked that this person knows the field; only then can she become available for it
             * @example true
             */
            verified: boolean;
        };
        /** @description What went wrong (RFC 9457) */
        Problem: {
            /**
             * Format: uri-reference
             * @description Tells problems apart; stable
             * @example /problems/not-signed-in
             */
            type: string;
            /**
             * @description The problem in a few words
             * @example Not signed in
             */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status code
             * @example 401
             */
            status: number;
            /**
             * @description What to do next
             * @example Send a valid access token with the audience stoa-api as a bearer token.
             */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path that was asked for
             * @example /api/identity/v1/me
             */
            instance: string;
        };
        /** @description The browser's session; account and token only for those signed in */
        Session: {
            /**
             * @description Whether somebody is signed in
             * @example true
             */
            signedIn: boolean;
            account?: components["schemas"]["Account"];
            /** @description Access token for the identity and matchmaking services; keep it in memory only */
            accessToken?: string;
            /**
             * @description When the access token ends (UTC)
             * @example 2026-01-01T12:00:00Z
             */
            expiresAt?: components["schemas"]["Instant"];
            /**
             * @description Why a session that was there is over; left out where there is nothing to say
             * @example account-banned
             * @enum {string}
             */
            reason?: "account-banned" | "account-deleted";
            /**
             * @description The reason in words, for the person to read
             * @example This account has been banned: Selling homework
             */
            detail?: string;
        };
        Violation: {
            /**
             * @description The field
             * @example languages[0]
             */
            field: string;
            /**
             * @description Where it is
             * @example body
             * @enum {string}
             */
            in: "query" | "path" | "header" | "body";
            /**
             * @description What it has to be
             * @example a two-letter ISO 639-1 code in lower case, such as en
             */
            message: string;
        };
    };
    responses: {
        /** @description `/problems/invalid-input` with the violations, `/problems/malformed-body` or `/problems/bad-cursor` */
        BadInput: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidInput"];
            };
        };
        /** @description `/problems/forbidden`: the caller is no administrator */
        NoAdministrator: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/not-signed-in`: no bearer token, or one that is expired, forged, of a session that has ended or for somebody else */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/quota-exceeded`: too many requests, or changes, in a short time */
        TooMany: {
            headers: {
                /** @description After how many seconds to try again */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/unavailable`: the database or the provider is away; `Retry-After` says when to try again */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/unknown-account` */
        UnknownAccount: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    findAccounts: {
        parameters: {
            query?: {
                /** @description Only accounts with a field that is not verified */
                awaiting?: boolean;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description At most so many */
                limit?: number;
                /**
                 * @description Part of the name, at most 60 characters
                 * @example ada
                 */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts found, possibly none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NoAdministrator"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAccountById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredAccount"];
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NoAdministrator"];
            404: components["responses"]["UnknownAccount"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    banAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BanRequest"];
            };
        };
        responses: {
            /** @description The account is banned */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NoAdministrator"];
            404: components["responses"]["UnknownAccount"];
            /** @description `/problems/own-account`: it is the caller's own */
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
    unbanAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is not banned */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NoAdministrator"];
            404: components["responses"]["UnknownAccount"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ISCED-F 2013 code
                 * @example 0613
                 */
                field: string;
                /** @example 4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field is verified */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NoAdministrator"];
            404: components["responses"]["UnknownAccount"];
            /** @description `/problems/field-not-offered`: the account does not offer the field (any more) */
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
    withdrawVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description ISCED-F 2013 code
                 * @example 0613
                 */
                field: string;
                /** @example 4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field is not verified */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NoAdministrator"];
            404: components["responses"]["UnknownAccount"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    findFields: {
        parameters: {
            query?: {
                /** @description Only fields of this level */
                level?: "broad" | "narrow" | "detailed";
                /** @description At most so many */
                limit?: number;
                /**
                 * @description What was typed, at most 100 characters
                 * @example alg
                 */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields found, possibly none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundFields"];
                };
            };
            /** @description `/problems/invalid-input`: `q`, `level` or `limit` is out of bounds */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
        };
    };
    getField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Two to four digits
                 * @example 061
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldWithChildren"];
                };
            };
            /** @description `/problems/unknown-field`: the classification has no such code */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: {
                /**
                 * @description Where to end: a path of this origin that begins with a single slash, at most 1,000 printable ASCII characters; `/` in place of anything else
                 * @example /ask
                 */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, or to `returnTo` for those already signed in */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, or to `/` for those without a session */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `/problems/not-signed-in`: no bearer token, or one that is expired, forged, of a session that has ended or for somebody else; `/problems/account-deleted`: one from before the account was deleted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/account-banned`: the account is shut out; `reason` says why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            /** @description `/problems/unavailable`: the database or the provider is away; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description The account as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `/problems/invalid-input` with the violations, or `/problems/malformed-body` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidInput"];
                };
            };
            /** @description `/problems/not-signed-in`: no bearer token, or one that is expired, forged, of a session that has ended or for somebody else; `/problems/account-deleted`: one from before the account was deleted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/account-banned`: the account is shut out; `reason` says why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/unsupported-media-type`: the body is not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            /** @description `/problems/unavailable`: the database or the provider is away; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no such account any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `/problems/not-signed-in`: no bearer token, or one that is expired, forged, of a session that has ended or for somebody else; `/problems/account-deleted`: one from before the account was deleted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/account-banned`: the account is shut out; `reason` says why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            /** @description `/problems/unavailable`: the database or the provider is away; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Always `web`: other sites' pages cannot send it
                 * @example web
                 */
                "Stoa-Request": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, if anybody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `/problems/missing-request-header`: the header `Stoa-Request: web` is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            /** @description `/problems/unavailable`: it cannot be told now; ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
