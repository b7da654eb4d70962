package io.rialto.bench.flow;

/**
 * A whole flow in memory: first the orders that fill the books, then the timed commands, in records of 32 bytes.
 *
 * <p>Ids are dense from 1; symbols count from 0; prices in ticks, quantities in lots. A cancel, a reduce and a move carry
 * side, owner and id of their order, so that no contender has to look up what a client would have sent.
 *
 * <p>Threading: written once, then read by anyone.
 */
public final class OrderFlow {
    public static final int NEW = 0;
    public static final int CANCEL = 1;
    public static final int IOC = 2;
    public static final int MARKET = 3;
    public static final int REDUCE = 4;
    public static final int MOVE = 5;

    private static final int RECORD_SHIFT = 2;

    private final FlowShape shape;
    private final long[] words;
    private int size;
    private int ids;
    private FlowAnswer answer = new FlowAnswer(0, 0, 0);

    OrderFlow(FlowShape shape) {
        this.shape = shape;
        this.words = new long[shape.prefill() + shape.commands() << RECORD_SHIFT];
    }

    /** Generates the flow; the same shape gives the same flow everywhere. */
    public static OrderFlow of(FlowShape shape) {
        return new FlowMaker(shape).make();
    }

    public FlowShape shape() {
        return shape;
    }

    /** Commands in all, the untimed fill among them. */
    public int size() {
        return size;
    }

    /** Index of the first timed command. */
    public int firstTimed() {
        return shape.prefill();
    }

    /** The highest id: ids are 1 to this. */
    public int ids() {
        return ids;
    }

    /** What the generator's own book traded. */
    public FlowAnswer answer() {
        return answer;
    }

    public int type(int index) {
        return (int) words[index << RECORD_SHIFT] & 0xFF;
    }

    public boolean sells(int index) {
        return (words[index << RECORD_SHIFT] & 0x100) != 0;
    }

    public int symbol(int index) {
        return (int) (words[index << RECORD_SHIFT] >>> 32);
    }

    public int id(int index) {
        return (int) words[(index << RECORD_SHIFT) + 1];
    }

    public int owner(int index) {
        return (int) (words[(index << RECORD_SHIFT) + 1] >>> 32);
    }

    /** The limit; of a market order the worst price there is; of a move the new price. */
    public long priceTicks(int index) {
        return words[(index << RECORD_SHIFT) + 2];
    }

    /** Of a new order its quantity, of a reduce what it takes away, of a move all that is open. */
    public int quantityLots(int index) {
        return (int) words[(index << RECORD_SHIFT) + 3];
    }

    /** What is open once a reduce is done. */
    public int remainingLots(int index) {
        return (int) (words[(index << RECORD_SHIFT) + 3] >>> 32);
    }

    void add(int type, int symbol, boolean sells, int id, int owner, long priceTicks, int quantity, int remaining) {
        int at = size++ << RECORD_SHIFT;
        words[at] = type | (sells ? 0x100 : 0) | (long) symbol << 32;
        words[at + 1] = id | (long) owner << 32;
        words[at + 2] = priceTicks;
        words[at + 3] = quantity | (long) remaining << 32;
    }

    void close(int highestId, FlowAnswer traded) {
        ids = highestId;
        answer = traded;
    }
}
