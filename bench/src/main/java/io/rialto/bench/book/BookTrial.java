package io.rialto.bench.book;

import com.sun.management.ThreadMXBean;
import io.rialto.bench.flow.FlowShape;
import io.rialto.bench.flow.OrderFlow;
import java.lang.management.ManagementFactory;

/**
 * One engine and one flow in a JVM of their own: fills the books untimed, times all commands at once, and prints a line
 * for each repetition. The first ones are warm-up.
 */
public final class BookTrial {
    static final int WARM_UP = 3;

    private BookTrial() {}

    /** Engine, flow, repetitions. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        ContenderKind kind = ContenderKind.titled(arguments[0]);
        OrderFlow flow = OrderFlow.of(FlowShape.named(arguments[1]));
        int repetitions = Integer.parseInt(arguments[2]);
        for (int i = 0; i < WARM_UP + repetitions; i++) {
            TrialResult result = repetition(kind.open(flow), flow);
            if (i >= WARM_UP) System.out.println(result.toLine());
        }
    }

    private static TrialResult repetition(Contender contender, OrderFlow flow) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        contender.play(flow, 0, flow.firstTimed());
        System.gc();
        long allocatedBefore = threads.getThreadAllocatedBytes(thread);
        long before = System.nanoTime();
        contender.play(flow, flow.firstTimed(), flow.size());
        long nanos = System.nanoTime() - before;
        long allocated = threads.getThreadAllocatedBytes(thread) - allocatedBefore;
        int commands = flow.size() - flow.firstTimed();
        return new TrialResult((double) nanos / commands, (double) allocated / commands, contender.answer());
    }
}
