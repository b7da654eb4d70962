package io.rialto.bench.workload;

import java.util.ArrayDeque;
import java.util.SplittableRandom;

/**
 * Makes a workload of a shape from a seed. It believes an order to rest until it cancels it, so some of its cancels and
 * modifies come too late, as they do in life; a few it sends twice.
 */
final class WorkloadMaker {
    private static final int ID_BLOCK = 1_024;
    private static final int FAR_TICKS = 15_000;

    private final WorkloadShape shape;
    private final SplittableRandom random;
    private final int messages;
    private final long[] believed;
    private final ArrayDeque<Long> idsToGive = new ArrayDeque<>();
    private int count;
    private long highestId;
    private long lastEnded = 1;
    private double mid;

    WorkloadMaker(WorkloadShape shape, long seed, int messages) {
        this.shape = shape;
        this.random = new SplittableRandom(seed);
        this.messages = messages;
        this.believed = new long[shape.restingOrders * 2 + 16];
        this.mid = shape.startTicks;
    }

    Workload make() {
        Workload workload = new Workload(messages);
        for (int i = 0; i < messages; i++) {
            mid += (random.nextDouble() - 0.5) * 2 + (double) shape.climbTicks / messages;
            mid = Math.max(17_000, mid);
            int dice = random.nextInt(1_000);
            if (dice < 5) {
                workload.set(i, Workload.CANCEL + (dice & 1), false, false, 5, lastEnded, (long) mid);
            } else if (count < shape.restingOrders * 9L / 10 || dice < 500 && count < believed.length) {
                submit(workload, i);
            } else if (dice < 590) {
                modify(workload, i);
            } else {
                cancel(workload, i);
            }
        }
        return workload;
    }

    private void submit(Workload workload, int index) {
        boolean sells = random.nextBoolean();
        boolean isImmediate = random.nextInt(100) < 15;
        boolean crosses = isImmediate || random.nextInt(100) < 3;
        long id = nextId();
        long ticks = crosses ? price(!sells, 4) : price(sells, shape.reachTicks);
        workload.set(index, Workload.NEW, sells, isImmediate, quantity(), id, ticks);
        if (isImmediate) lastEnded = id;
        else believed[count++] = id * 2 + (sells ? 1 : 0);
    }

    private void cancel(Workload workload, int index) {
        int victim = random.nextInt(count);
        lastEnded = believed[victim] / 2;
        workload.set(index, Workload.CANCEL, false, false, 0, lastEnded, 0);
        believed[victim] = believed[--count];
        if (random.nextInt(4) == 0) idsToGive.addLast(lastEnded);
    }

    private void modify(Workload workload, int index) {
        long order = believed[random.nextInt(count)];
        boolean sells = (order & 1) != 0;
        boolean crosses = random.nextInt(100) == 0;
        long ticks = crosses ? price(!sells, 4) : price(sells, shape.reachTicks);
        workload.set(index, Workload.MODIFY, sells, false, quantity(), order / 2, ticks);
    }

    private long price(boolean sells, int reach) {
        long distance = 1 + random.nextInt(reach);
        if (random.nextInt(1_000) < shape.farInThousand) distance += random.nextInt(FAR_TICKS);
        return Math.max(1, (long) mid + (sells ? distance : -distance));
    }

    private long quantity() {
        return 1 + random.nextInt(random.nextInt(20) == 0 ? 1_000 : 50);
    }

    /** Dense, but shuffled in blocks; some come back once their order has ended. */
    private long nextId() {
        if (idsToGive.isEmpty()) {
            long[] block = new long[ID_BLOCK];
            for (int i = 0; i < ID_BLOCK; i++) block[i] = highestId + 1 + i;
            highestId += ID_BLOCK;
            for (int i = ID_BLOCK - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                long swapped = block[i];
                block[i] = block[j];
                block[j] = swapped;
            }
            for (long id : block) idsToGive.addLast(id);
        }
        return idsToGive.removeFirst();
    }
}
