package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.AssignQuoteGroupEncoder;
import io.rialto.protocol.MessageHeaderEncoder;
import io.rialto.protocol.ProtectQuotesEncoder;
import io.rialto.protocol.ResetQuotesEncoder;
import io.rialto.protocol.SetQuoteProtectionEncoder;
import org.agrona.MutableDirectBuffer;

/** The bytes of what protects quotes; each answers its encoded length. */
final class QuoteFrames {
    private QuoteFrames() {}

    static int write(MutableDirectBuffer buffer, int at, MessageHeaderEncoder head, Command.SetQuoteProtection asked) {
        return new SetQuoteProtectionEncoder()
                .wrapAndApplyHeader(buffer, at, head)
                .account(asked.account())
                .instrument(asked.instrument())
                .windowNanos(asked.windowNanos())
                .maxLots(asked.maxLots())
                .maxFills(asked.maxFills())
                .maxValueMinor(asked.maxValueMinor())
                .encodedLength();
    }

    static int write(MutableDirectBuffer buffer, int at, MessageHeaderEncoder head, Command.ProtectQuotes asked) {
        return new ProtectQuotesEncoder()
                .wrapAndApplyHeader(buffer, at, head)
                .account(asked.account())
                .instrument(asked.instrument())
                .group(asked.group())
                .windowNanos(asked.windowNanos())
                .maxLots(asked.maxLots())
                .maxFills(asked.maxFills())
                .maxValueMinor(asked.maxValueMinor())
                .maxDeltaLots(asked.maxDeltaLots())
                .valueAsset(asked.valueAsset())
                .encodedLength();
    }

    static int write(MutableDirectBuffer buffer, int at, MessageHeaderEncoder head, Command.AssignQuoteGroup asked) {
        return new AssignQuoteGroupEncoder()
                .wrapAndApplyHeader(buffer, at, head)
                .account(asked.account())
                .instrument(asked.instrument())
                .group(asked.group())
                .deltaWeightBps(asked.deltaWeightBps())
                .encodedLength();
    }

    static int write(MutableDirectBuffer buffer, int at, MessageHeaderEncoder head, Command.ResetQuotes asked) {
        return new ResetQuotesEncoder()
                .wrapAndApplyHeader(buffer, at, head)
                .account(asked.account())
                .encodedLength();
    }
}
