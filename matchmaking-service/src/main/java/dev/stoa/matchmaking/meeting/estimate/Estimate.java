package dev.stoa.matchmaking.meeting.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long it may take until a match begins: an interval in which about 80 % of the waits end, or the plain word that
 * there is no such number. It is computed inside the steps of the queue ({@code lua/parts/2-estimates.lua}), because
 * every answer and event that shows a ticket carries it.
 *
 * <p><b>Method.</b> The queue-length predictor with a changing number of servers, QL<sub>m</sub> of Ibrahim and Whitt:
 * the wait is the number of tickets to be served until one's own turn, times the mean time that one departure takes.
 * ("Real-Time Delay Estimation in Overloaded Multiserver Queues with Abandonments", Management Science 55 (2009); "Wait-Time
 * Predictors for Customer Service Systems with Time-Varying Demand and Capacity", Operations Research 59 (2011).)
 *
 * <ul>
 * <li>Each of the last 31 matches of the field says how long its ticket stood at the head of the queue, times the experts
 *     who served the field then: the expert time that one departure took. Divided by the experts who serve the field now
 *     (available, offered or in a call; not those who do not want to be disturbed or have no capacity left), it is the time
 *     between departures now. So the estimate follows at once when experts come or go. Tickets ahead that gave up shorten
 *     the time at the head of those behind them, so abandonment is in the data.
 * <li>Nobody says when the calls of today will end. So the time for which the first of the queue has stood there without
 *     an offer counts as observed time without a departure, as in the maximum-likelihood estimate from censored times.
 * <li>A sum of n such times, predicted from k of them that were seen, lies for exponential times in n times their mean times
 *     the quantiles of F(2n, 2k); Lawless, "A prediction problem concerning samples from the exponential distribution",
 *     Technometrics 13 (1971). Times of another spread change the degrees of freedom by their squared coefficient of variation
 *     (drawn towards 1 while few are known). The quantiles of F are Paulson's approximation ("An approximate normalization
 *     of the analysis of variance distribution", Annals of Mathematical Statistics 13 (1942)).
 * <li>While more experts are idle than tickets wait ahead, only the ready check stands between ticket and match: then the
 *     same is done with the times that it took, with n = 1. Otherwise their mean is added.
 * <li>With fewer than 5 such times of the last day nothing is known. The ends are rounded outwards, to 5 s below a minute, 30 s
 *     below ten and whole minutes above.
 * </ul>
 *
 * <p>What it does not know: that experts of several fields serve others first is in the data only as far as it was so for
 * the last matches; favourites and learners who were ready in vain overtake.
 *
 * @param fromSeconds from now; only of an interval
 * @param toSeconds from now; only of an interval
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "How long it may take until a match begins: about 8 of 10 waits end within the interval.",
        requiredProperties = {"kind"})
public record Estimate(
        Kind kind,

        @Schema(description = "Seconds from now; only with `interval`.", examples = "60") @Nullable
        Long fromSeconds,

        @Schema(description = "Seconds from now; only with `interval`.", examples = "240") @Nullable
        Long toSeconds) {

    /** What can be said. */
    public enum Kind {
        /** An interval. */
        @JsonProperty("interval")
        INTERVAL,
        /** No expert who could help is online. */
        @JsonProperty("no-expert")
        NO_EXPERT,
        /** Too few matches of the field are known. */
        @JsonProperty("unknown")
        UNKNOWN
    }
}
