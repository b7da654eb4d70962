package io.rialto.gateway.limits;

import io.rialto.gateway.limits.Fare.Group;
import io.rialto.gateway.meters.Quota;
import io.rialto.gateway.settings.VenueConfig;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits of a moment. Immutable; a change makes another.
 *
 * @param endpointPercent of a plan, that one route alone may take
 * @param groupPercents of what a plan gives back in a window, that the routes of a group may take in it
 * @param weights of routes that do not weigh what they weigh at first
 * @param failureWeight what an address pays for a signature that is refused
 */
record Limits(
        Map<Tier, Plan> tiers,
        Plan address,
        int endpointPercent,
        int windowSeconds,
        Map<Group, Integer> groupPercents,
        Map<String, Integer> weights,
        int failureWeight,
        Bans bans) {

    private static final int ALL_PERCENT = 100;
    private static final int REPORTS_PERCENT = 20;

    /** Who is refused so often within a window is shut out for the next step of the ladder. */
    record Bans(int refusals, int windowSeconds, List<Integer> ladderSeconds) {
        Quota strikes() {
            return Quota.bucket(refusals, refusals, windowSeconds * 1_000L);
        }
    }

    static Limits of(VenueConfig.Limits config) {
        Map<Group, Integer> percents = new EnumMap<>(Group.class);
        for (Group group : Group.values()) percents.put(group, group == Group.REPORTS ? REPORTS_PERCENT : ALL_PERCENT);
        return new Limits(
                Map.of(
                        Tier.STANDARD, plan(config.standard()),
                        Tier.PREMIUM, plan(config.premium()),
                        Tier.BROKER, plan(config.broker())),
                plan(config.address()),
                config.endpointPercent(),
                config.windowSeconds(),
                percents,
                Map.of(),
                config.failureWeight(),
                new Bans(config.banAfter(), config.banWindowSeconds(), config.banLadderSeconds()));
    }

    private static Plan plan(VenueConfig.Rate rate) {
        return new Plan(rate.perSecond(), rate.burst());
    }

    Fare fare(String method, String path) {
        Fare fare = Fares.of(method, path);
        Integer changed = weights.get(fare.route());
        return changed == null ? fare : fare.weighing(changed);
    }

    Plan endpoint(Plan plan) {
        return plan.part(endpointPercent);
    }

    Quota window(Plan plan, Group group) {
        return plan.window(windowSeconds, groupPercents.get(group));
    }

    Limits with(Tier tier, Plan plan) {
        Map<Tier, Plan> changed = new EnumMap<>(tiers);
        changed.put(tier, plan);
        return new Limits(
                changed, address, endpointPercent, windowSeconds, groupPercents, weights, failureWeight, bans);
    }

    Limits withAddress(Plan plan) {
        return new Limits(tiers, plan, endpointPercent, windowSeconds, groupPercents, weights, failureWeight, bans);
    }

    Limits with(Group group, int percent) {
        Map<Group, Integer> changed = new EnumMap<>(groupPercents);
        changed.put(group, percent);
        return new Limits(tiers, address, endpointPercent, windowSeconds, changed, weights, failureWeight, bans);
    }

    Limits with(String route, int weight) {
        Map<String, Integer> changed = new HashMap<>(weights);
        changed.put(route, weight);
        return new Limits(tiers, address, endpointPercent, windowSeconds, groupPercents, changed, failureWeight, bans);
    }
}
