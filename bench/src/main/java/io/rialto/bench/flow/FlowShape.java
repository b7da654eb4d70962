package io.rialto.bench.flow;

/**
 * What a flow is made of, and what must come out of it.
 *
 * @param name the letter it is asked for by
 * @param symbols how many books it feeds; the first ones get the most
 * @param livePerSymbol how many orders rest in each, within a tenth
 * @param seed of its SplitMix64
 * @param commands timed ones, after the untimed fill of all books
 * @param answer that four independent engines agree on
 */
public record FlowShape(String name, int symbols, int livePerSymbol, long seed, int commands, FlowAnswer answer) {
    private static final int TIMED = 3_000_000;

    public static final FlowShape A =
            new FlowShape("A", 1, 10_000, 1, TIMED, new FlowAnswer(434_490, 7_294_694, 0x5a4d_3896_a3ae_7223L));
    public static final FlowShape B =
            new FlowShape("B", 1, 1_000_000, 2, TIMED, new FlowAnswer(441_659, 7_362_236, 0xc2f7_08ba_8aa8_d05aL));
    public static final FlowShape C =
            new FlowShape("C", 1_000, 1_000, 3, TIMED, new FlowAnswer(428_234, 7_252_636, 0x0ed1_17e6_d815_b73fL));

    /**
     * The flow of this letter.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static FlowShape named(String name) {
        return switch (name) {
            case "A" -> A;
            case "B" -> B;
            case "C" -> C;
            default -> throw new IllegalArgumentException("flow must be A, B or C: flow=" + name);
        };
    }

    int prefill() {
        return symbols * livePerSymbol;
    }
}
