package dev.stoa.matchmaking.records.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of past matches, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A page of past matches, newest first.",
        requiredProperties = {"items"})
record HistoryPage(
        List<PastMatch> items,

        @Schema(
                description = "The `cursor` of the next page; left out on the last.",
                examples = "MTc3MjM1OTIzMDEyMy5tY2hfN2hRcFduM2NZZDVLeDF2QnRSejhMbQ")
        @Nullable
        String next) {}
