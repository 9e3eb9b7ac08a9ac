package dev.stoa.identity.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of accounts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "Accounts, by name",
        requiredProperties = {"items"})
record AccountPage(
        List<AdministeredAccount> items,

        @Nullable
        @Schema(
                description = "The cursor of the next page; left out on the last one",
                examples = "WyJBZGEiLCI0YjllMWYwYS02YzFkLTRkMGMtOWE1Ny0zZjBmM2Y2YTJjMTEiXQ")
        String next) {}
