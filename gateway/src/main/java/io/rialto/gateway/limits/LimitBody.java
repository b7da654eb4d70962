package io.rialto.gateway.limits;

import io.rialto.gateway.limits.Fare.Group;
import io.rialto.gateway.meters.Meters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The limits of requests as clients are told them: rates in weight a second, bursts in weight. Immutable.
 *
 * @param failedSignatureWeight what an address pays for a request whose signature is refused
 */
public record LimitBody(
        List<TierBody> tiers,
        PlanBody address,
        Window window,
        List<RouteBody> routes,
        int failedSignatureWeight,
        Bans bans,
        long idleSeconds) {
    private static final int BAN_STATUS = 429;

    /** @param cancels a bucket of their own, as large as that of all else */
    public record TierBody(Tier tier, Plan account, Plan endpoint, Plan cancels, List<GroupBody> groups) {}

    /** Of an address, whoever asks; open routes have its endpoints and groups as well. */
    public record PlanBody(Plan all, Plan endpoint, Plan cancels, List<GroupBody> groups) {}

    /** A sliding one. */
    public record Window(int seconds, List<Share> groups) {}

    /** Percent of what a plan gives back in a window. */
    public record Share(Group group, int percent) {}

    /** Weight that may pass in any window. */
    public record GroupBody(Group group, long most) {}

    public record RouteBody(String method, String path, Group group, int weight) {}

    /** After so many refusals within so long, the next step of the ladder. */
    public record Bans(
            int status, int refusals, int withinSeconds, List<Integer> ladderSeconds, long forgottenAfterSeconds) {}

    static LimitBody of(Limits limits, List<String> routes) {
        Plan address = limits.address();
        Limits.Bans bans = limits.bans();
        return new LimitBody(
                Arrays.stream(Tier.values()).map(tier -> tier(limits, tier)).toList(),
                new PlanBody(address, limits.endpoint(address), address, groups(limits, address)),
                new Window(
                        limits.windowSeconds(),
                        windowed()
                                .map(group ->
                                        new Share(group, limits.groupPercents().get(group)))
                                .toList()),
                routes.stream().map(route -> route(limits, route)).toList(),
                limits.failureWeight(),
                new Bans(
                        BAN_STATUS,
                        bans.refusals(),
                        bans.windowSeconds(),
                        bans.ladderSeconds(),
                        BanLadder.FORGOTTEN_MILLIS / 1_000),
                Meters.IDLE_MILLIS / 1_000);
    }

    private static TierBody tier(Limits limits, Tier tier) {
        Plan plan = limits.tiers().get(tier);
        return new TierBody(tier, plan, limits.endpoint(plan), plan, groups(limits, plan));
    }

    private static List<GroupBody> groups(Limits limits, Plan plan) {
        return windowed()
                .map(group -> new GroupBody(group, limits.window(plan, group).most()))
                .toList();
    }

    /** Cancels have a bucket and nothing else. */
    private static Stream<Group> windowed() {
        return Arrays.stream(Group.values()).filter(group -> group != Group.CANCELS);
    }

    private static RouteBody route(Limits limits, String route) {
        int mark = route.indexOf(' ');
        Fare fare = limits.fare(route.substring(0, mark), route.substring(mark + 1));
        return new RouteBody(route.substring(0, mark), route.substring(mark + 1), fare.group(), fare.weight());
    }
}
