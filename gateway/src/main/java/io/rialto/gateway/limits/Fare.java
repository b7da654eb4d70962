package io.rialto.gateway.limits;

/**
 * What a route costs. Immutable.
 *
 * @param route method and path, {@code GET /api/v1/orders/{id}}
 * @param weight from 1 to {@link #HEAVIEST}
 */
public record Fare(String route, Group group, int weight) {
    public static final int HEAVIEST = 100;

    /** Routes that share a window. */
    public enum Group {
        ORDERS,
        CANCELS,
        MARKET,
        ACCOUNT,
        REPORTS,
        ADMINISTRATION,
        STATUS
    }

    boolean isCancel() {
        return group == Group.CANCELS;
    }

    Fare weighing(int other) {
        return new Fare(route, group, other);
    }
}
