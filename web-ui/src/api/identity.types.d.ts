// Generated from openapi.yaml by `npm run types`.

export interface paths {
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
        /**
         * Sign out by a link
         * @description The same as the POST.
         */
        get: operations["logoutByLink"];
        put?: never;
        /**
         * Sign out
         * @description A browser navigation: ends the session here, then at the provider, and lands on `/`.
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
         * @description Replaces name, languages and fields as a whole.
         */
        put: operations["changeAccount"];
        post?: never;
        delete?: never;
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
         * @description An access token with at least a minute left, refreshed if need be. Without a session, or with one that has ended, the answer is `{"signedIn":false}`.
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
            id?: string;
            /**
             * @description How others see this person
             * @example Ada
             */
            displayName?: string;
            /**
             * @description ISO 639-1 codes, the preferred one first
             * @example [
             *       "en",
             *       "de"
             *     ]
             */
            languages?: string[];
            /** @description The fields in which this person helps */
            fields?: components["schemas"]["NamedField"][];
            /**
             * @description Whether this person runs the place
             * @example false
             */
            administrator?: boolean;
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
        /** @description A field of expertise with its neighbours in the classification */
        FieldWithChildren: {
            /**
             * @description ISCED-F 2013 code
             * @example 061
             */
            code?: string;
            /**
             * @description English name of the standard
             * @example Information and Communication Technologies (ICTs)
             */
            name?: string;
            level?: components["schemas"]["Level"];
            /** @description The fields above, broadest first */
            path?: components["schemas"]["NamedField"][];
            /** @description The fields directly below */
            children?: components["schemas"]["NamedField"][];
        };
        /** @description A field of expertise with the fields above it */
        FoundField: {
            /**
             * @description ISCED-F 2013 code
             * @example 0541
             */
            code?: string;
            /**
             * @description English name of the standard
             * @example Mathematics
             */
            name?: string;
            level?: components["schemas"]["Level"];
            /** @description The fields above, broadest first */
            path?: components["schemas"]["NamedField"][];
        };
        /** @description Fields, best match first */
        FoundFields: {
            items?: components["schemas"]["FoundField"][];
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
        Level: "broad" | "narrow" | "detailed";
        /** @description A field of expertise by code and name */
        NamedField: {
            /**
             * @description ISCED-F 2013 code: two to four digits
             * @example 0613
             */
            code?: string;
            /**
             * @description English name of the standard
             * @example Software and applications development and analysis
             */
            name?: string;
        };
        /** @description The browser's session; all but `signedIn` only for those signed in */
        Session: {
            /**
             * @description Whether somebody is signed in
             * @example true
             */
            signedIn?: boolean;
            account?: components["schemas"]["Account"];
            /** @description Access token for the identity and matchmaking services; keep it in memory only */
            accessToken?: string;
            /**
             * @description When the access token ends (UTC)
             * @example 2026-01-01T12:00:00Z
             */
            expiresAt?: components["schemas"]["Instant"];
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
                    "application/problem+json": components["schemas"]["HttpValidationProblem"];
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
                    "application/problem+json": components["schemas"]["HttpProblem"];
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
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logoutByLink: {
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
            /** @description `/problems/not-signed-in`: no bearer token, or one that is expired, forged or for somebody else */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpProblem"];
                };
            };
            /** @description `/problems/unavailable`: the database or the provider is away; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpProblem"];
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
                    "application/problem+json": components["schemas"]["HttpValidationProblem"];
                };
            };
            /** @description `/problems/not-signed-in`: no bearer token, or one that is expired, forged or for somebody else */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpProblem"];
                };
            };
            /** @description `/problems/unsupported-media-type`: the body is not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpProblem"];
                };
            };
            /** @description `/problems/unavailable`: the database or the provider is away; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpProblem"];
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
                    "application/problem+json": components["schemas"]["HttpProblem"];
                };
            };
            /** @description `/problems/unavailable`: it cannot be told now; ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpProblem"];
                };
            };
        };
    };
}
