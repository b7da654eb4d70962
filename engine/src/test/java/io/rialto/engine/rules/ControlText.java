package io.rialto.engine.rules;

import io.rialto.protocol.AccountLimitChangedDecoder;
import io.rialto.protocol.CancelAfterFiredDecoder;
import io.rialto.protocol.CancelAfterSetDecoder;
import io.rialto.protocol.ChangeApprovedDecoder;
import io.rialto.protocol.ChangeExpiredDecoder;
import io.rialto.protocol.ChangeProposedDecoder;
import io.rialto.protocol.ChangeScheduledDecoder;
import io.rialto.protocol.ChangeWithdrawnDecoder;
import io.rialto.protocol.ConnectionLostDecoder;
import io.rialto.protocol.ConnectionRestoredDecoder;
import io.rialto.protocol.KilledDecoder;
import io.rialto.protocol.ListingChangedDecoder;
import io.rialto.protocol.OrderRestatedDecoder;
import io.rialto.protocol.ResumedDecoder;
import io.rialto.protocol.ScheduledChangeEndedDecoder;
import io.rialto.protocol.SuspendedDecoder;
import io.rialto.protocol.UnblockedDecoder;
import org.agrona.DirectBuffer;

/** What those who guard the market did, a line an event. */
final class ControlText {
    String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case AccountLimitChangedDecoder.TEMPLATE_ID -> {
                var event = new AccountLimitChangedDecoder().wrap(buffer, at, length, version);
                String where = event.instrument() == 0 ? "" : " in " + event.instrument();
                yield "limit " + event.accountLimit() + " of " + event.account() + where + " from "
                        + value(event.oldValue()) + " to " + value(event.newValue());
            }
            case SuspendedDecoder.TEMPLATE_ID -> {
                var event = new SuspendedDecoder().wrap(buffer, at, length, version);
                yield "suspended " + event.scope() + " " + event.target();
            }
            case ResumedDecoder.TEMPLATE_ID -> {
                var event = new ResumedDecoder().wrap(buffer, at, length, version);
                yield "resumed " + event.scope() + " " + event.target();
            }
            case KilledDecoder.TEMPLATE_ID -> {
                var event = new KilledDecoder().wrap(buffer, at, length, version);
                yield "killed " + event.scope() + " " + event.target();
            }
            case UnblockedDecoder.TEMPLATE_ID -> {
                var event = new UnblockedDecoder().wrap(buffer, at, length, version);
                yield "unblocked " + event.scope() + " " + event.target();
            }
            default -> absence(type, buffer, at, length, version);
        };
    }

    private static String absence(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case ConnectionLostDecoder.TEMPLATE_ID -> {
                var event = new ConnectionLostDecoder().wrap(buffer, at, length, version);
                yield "lost " + event.account() + "/" + event.session() + " due " + event.dueNanos();
            }
            case ConnectionRestoredDecoder.TEMPLATE_ID -> {
                var event = new ConnectionRestoredDecoder().wrap(buffer, at, length, version);
                yield "restored " + event.account() + "/" + event.session();
            }
            case CancelAfterSetDecoder.TEMPLATE_ID -> {
                var event = new CancelAfterSetDecoder().wrap(buffer, at, length, version);
                yield "switch " + event.account() + "/" + event.instrument() + " due " + event.dueNanos();
            }
            case CancelAfterFiredDecoder.TEMPLATE_ID -> {
                var event = new CancelAfterFiredDecoder().wrap(buffer, at, length, version);
                yield "switch fired " + event.account() + "/" + event.instrument();
            }
            default -> proposal(type, buffer, at, length, version);
        };
    }

    private static String proposal(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case ChangeProposedDecoder.TEMPLATE_ID -> {
                var event = new ChangeProposedDecoder().wrap(buffer, at, length, version);
                yield "proposed " + event.proposal() + " by " + event.actor() + ": " + event.subject() + " "
                        + event.code() + " value " + value(event.value()) + " until " + event.expiresNanos();
            }
            case ChangeApprovedDecoder.TEMPLATE_ID -> {
                var event = new ChangeApprovedDecoder().wrap(buffer, at, length, version);
                yield "approved " + event.proposal() + " by " + event.actor();
            }
            case ChangeWithdrawnDecoder.TEMPLATE_ID -> {
                var event = new ChangeWithdrawnDecoder().wrap(buffer, at, length, version);
                yield "withdrawn " + event.proposal() + " by " + event.actor();
            }
            case ChangeExpiredDecoder.TEMPLATE_ID ->
                "expired "
                        + new ChangeExpiredDecoder()
                                .wrap(buffer, at, length, version)
                                .proposal();
            default -> lifecycle(type, buffer, at, length, version);
        };
    }

    private static String lifecycle(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case OrderRestatedDecoder.TEMPLATE_ID -> {
                var event = new OrderRestatedDecoder().wrap(buffer, at, length, version);
                yield "restated #" + (event.order() >>> 27) + " from " + event.oldOpenLots() + "@"
                        + event.oldPriceTicks() + " to " + event.newOpenLots() + "@" + event.newPriceTicks() + " of "
                        + event.newQuantityLots() + " hold " + (event.holdChangeMinor() > 0 ? "+" : "")
                        + event.holdChangeMinor();
            }
            case ChangeScheduledDecoder.TEMPLATE_ID -> {
                var event = new ChangeScheduledDecoder().wrap(buffer, at, length, version);
                yield "scheduled " + event.change() + ": " + event.parameter() + " to " + value(event.value()) + " at "
                        + event.atNanos() + " " + event.atPhase();
            }
            case ScheduledChangeEndedDecoder.TEMPLATE_ID -> {
                var event = new ScheduledChangeEndedDecoder().wrap(buffer, at, length, version);
                yield "schedule ended " + event.change() + " " + event.reason();
            }
            case ListingChangedDecoder.TEMPLATE_ID -> {
                var event = new ListingChangedDecoder().wrap(buffer, at, length, version);
                yield "listing from " + event.oldStep() + " to " + event.newStep();
            }
            default -> "event " + type;
        };
    }

    private static String value(long value) {
        return value == Long.MIN_VALUE ? "none" : String.valueOf(value);
    }
}
