package io.rialto.bench.workload;

/** Made-up flows that books have stumbled over. */
enum WorkloadShape {
    /** A slow walk with nearly all orders within eight ticks. */
    QUIET(50_000, 300, 8, 0, 30),
    /** The price climbs by 60 % and leaves old orders behind. */
    DRIFT(40_000, 5_000, 40, 24_000, 100),
    /** 40,000 orders on more than 13,000 levels over 90,000 ticks. */
    WIDE(50_000, 40_000, 40_000, 3_000, 500),
    /** Hardly an order, and the next one thousands of ticks away. */
    JUMPS(50_000, 12, 40_000, 0, 3);

    final long startTicks;
    final int restingOrders;
    final int reachTicks;
    final int climbTicks;
    final int farInThousand;

    WorkloadShape(long startTicks, int restingOrders, int reachTicks, int climbTicks, int farInThousand) {
        this.startTicks = startTicks;
        this.restingOrders = restingOrders;
        this.reachTicks = reachTicks;
        this.climbTicks = climbTicks;
        this.farInThousand = farInThousand;
    }
}
