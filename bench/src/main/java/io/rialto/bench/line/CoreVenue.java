package io.rialto.bench.line;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Judge;
import io.rialto.bench.recording.Market;
import io.rialto.bench.recording.PlayedVenue;
import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.ring.CommandWriter;
import io.rialto.protocol.frame.Frame;
import org.agrona.collections.Long2LongHashMap;

/** The core alone, called directly: the venue's decisions and nothing else. Time is the recording's own. */
public final class CoreVenue implements PlayedVenue {
    private static final int FRAME_BYTES = 4096;
    private static final long UNKNOWN = -1;

    private final Core core = new Core(CoreOptions.defaults());
    private final Frame frame = new Frame(FRAME_BYTES);
    private final Long2LongHashMap numbers = new Long2LongHashMap(UNKNOWN);
    private final CommandMaker commands;
    private final EventReader events;

    public CoreVenue(Market market, Judge judge) {
        events = new EventReader(market, numbers::put, judge);
        commands = new CommandMaker(market, Listed.in(market, this::ask), numbers::get);
    }

    @Override
    public void send(Instruction instruction) {
        commands.of(instruction).write(frame.clear());
        frame.stampTime(instruction.timeNanos());
        core.decide(frame);
        events.onReply(instruction, frame);
    }

    @Override
    public void compare(long row, BookLevels expected) {
        events.compare(row, expected);
    }

    private Listed.Answer ask(CommandWriter command) {
        command.write(frame.clear());
        core.decide(frame);
        return Listed.Answer.of(frame);
    }

    @Override
    public Closing finish() {
        return Closing.SILENT;
    }

    @Override
    public void close() {
        // nothing is held beyond memory
    }
}
