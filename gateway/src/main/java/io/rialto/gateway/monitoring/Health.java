package io.rialto.gateway.monitoring;

import java.util.Comparator;
import java.util.List;

/** How well something is, the worse the later. */
enum Health {
    HEALTHY,
    DEGRADED,
    UNHEALTHY;

    static Health worst(List<Component> components) {
        return components.stream()
                .map(Component::status)
                .max(Comparator.naturalOrder())
                .orElse(HEALTHY);
    }
}
