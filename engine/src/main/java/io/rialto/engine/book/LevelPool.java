package io.rialto.engine.book;

import static io.rialto.engine.book.OrderPool.NONE;

import java.util.Arrays;

/**
 * Every price level of the venue, in pages of 64 neighbouring ticks; shared by all books.
 *
 * <p>A level is a queue of orders, oldest first. All queues are rings in one array of links: a node for each order slot,
 * and behind those a node for each level, which closes its ring. So joining and leaving a queue never asks whether there
 * is a neighbour, and leaving reads nothing but the order's own eight bytes. A page is 64 levels and one word that says
 * which of them hold orders; without orders it goes back to the pool, so that an instrument costs what its orders cost.
 *
 * <p>What rests at a level is not kept but counted when asked for: nothing on the way of an order needs it, and what is
 * not kept cannot be wrong. A level's number is {@code page << 6 | offset}.
 *
 * <p>Threading: the core's thread only. Allocates only to double beyond the most pages and slots it ever held.
 */
public final class LevelPool {
    static final int PAGE_SHIFT = 6;
    static final int OFFSET_MASK = (1 << PAGE_SHIFT) - 1;

    private final OrderPool orders;
    private int[] links = new int[0]; // of each node the next and the previous
    private int firstLevelNode; // as many order nodes lie before it
    private long[] occupied = new long[0];
    private long[] numbers =
            new long[0]; // of a page in use its place on the price axis, of a free one the next free one
    private int usedPages;
    private int firstFree = NONE;

    public LevelPool(OrderPool orders, int expectedPages) {
        this.orders = orders;
        resize(orders.capacity(), Math.max(expectedPages, 16));
    }

    /** An empty page at {@code number} on its ladder's price axis: it covers the ticks from {@code number * 64} on. */
    int claimPage(long number) {
        int page = firstFree;
        if (page != NONE) firstFree = (int) numbers[page];
        else page = freshPage();
        numbers[page] = number;
        return page;
    }

    void freePage(int page) {
        numbers[page] = firstFree;
        firstFree = page;
    }

    long pageNumber(int page) {
        return numbers[page];
    }

    /** Bit n says that the level at offset n holds orders. */
    long occupied(int page) {
        return occupied[page];
    }

    /** The order goes to the back of the level's queue. */
    void append(int level, int slot) {
        if (slot >= firstLevelNode) resize(orders.capacity(), numbers.length);
        int[] l = links;
        int node = firstLevelNode + level << 1;
        int youngest = l[node + 1];
        l[slot << 1] = node >> 1;
        l[(slot << 1) + 1] = youngest;
        l[youngest << 1] = slot;
        l[node + 1] = slot;
        occupied[level >> PAGE_SHIFT] |= 1L << level;
    }

    /** The order goes into the level's queue ahead of another one. */
    void insert(int slot, int before) {
        if (slot >= firstLevelNode) resize(orders.capacity(), numbers.length);
        int[] l = links;
        int previous = l[(before << 1) + 1];
        l[slot << 1] = before;
        l[(slot << 1) + 1] = previous;
        l[previous << 1] = slot;
        l[(before << 1) + 1] = slot;
    }

    /**
     * Takes an order out of its queue. A cancelled order is rarely in the cache and its neighbours never are, so no branch
     * waits for them here: the processor goes on with the next command instead.
     *
     * @return the level that is empty now, or {@link OrderPool#NONE}
     */
    int unlink(int slot) {
        int[] l = links;
        int at = slot << 1;
        int next = l[at];
        int previous = l[at + 1];
        l[(next << 1) + 1] = previous;
        l[previous << 1] = next;
        l[at] = NONE;
        int differ = next ^ previous;
        int alone = ~((differ | -differ) >> 31); // all bits when both are the level's own node, else none
        int level = next - firstLevelNode | ~alone;
        occupied[(level & alone) >> PAGE_SHIFT] &= ~(1L << level & alone);
        return level;
    }

    /** Whether taking the last order off a level has left its page empty; false when there is no such level. */
    boolean isPageEmpty(int level) {
        return (occupied[Math.max(level, 0) >> PAGE_SHIFT] | level >> 31) == 0;
    }

    boolean isResting(int slot) {
        return slot < firstLevelNode && links[slot << 1] > NONE;
    }

    int oldest(int level) {
        return links[firstLevelNode + level << 1];
    }

    int youngest(int level) {
        return links[(firstLevelNode + level << 1) + 1];
    }

    /** The next younger order of the level, or a node that is none. */
    int next(int slot) {
        return links[slot << 1];
    }

    int previous(int slot) {
        return links[(slot << 1) + 1];
    }

    /** Whether a ring has come back to its level. */
    boolean isLevelNode(int node) {
        return node >= firstLevelNode;
    }

    int levelOf(int levelNode) {
        return levelNode - firstLevelNode;
    }

    long lots(int level) {
        long lots = 0;
        for (int slot = oldest(level); !isLevelNode(slot); slot = next(slot)) lots += orders.openLots(slot);
        return lots;
    }

    int count(int level) {
        int count = 0;
        for (int slot = oldest(level); !isLevelNode(slot); slot = next(slot)) count++;
        return count;
    }

    long ticks(int level) {
        return numbers[level >> PAGE_SHIFT] << PAGE_SHIFT | level & OFFSET_MASK;
    }

    private int freshPage() {
        if (usedPages == numbers.length) resize(firstLevelNode, usedPages << 1);
        int page = usedPages++;
        int first = firstLevelNode + (page << PAGE_SHIFT);
        for (int node = first; node <= first + OFFSET_MASK; node++) {
            links[node << 1] = node;
            links[(node << 1) + 1] = node;
        }
        return page;
    }

    /** Level nodes move up when order nodes are added before them, and so does every link to one. */
    private void resize(int slots, int pages) {
        int[] grown = new int[slots + (pages << PAGE_SHIFT) << 1];
        int moved = slots - firstLevelNode;
        for (int i = 0; i < links.length; i++) {
            int target = i < firstLevelNode << 1 ? i : i + (moved << 1);
            grown[target] = links[i] < firstLevelNode ? links[i] : links[i] + moved;
        }
        Arrays.fill(grown, firstLevelNode << 1, slots << 1, NONE);
        links = grown;
        firstLevelNode = slots;
        occupied = Arrays.copyOf(occupied, pages);
        numbers = Arrays.copyOf(numbers, pages);
    }
}
