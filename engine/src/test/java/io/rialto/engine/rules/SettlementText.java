package io.rialto.engine.rules;

import io.rialto.protocol.BoughtInDecoder;
import io.rialto.protocol.CalendarAssignedDecoder;
import io.rialto.protocol.CalendarDefinedDecoder;
import io.rialto.protocol.CalendarHolidaySetDecoder;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.DaySettledDecoder;
import io.rialto.protocol.HolidaySetDecoder;
import io.rialto.protocol.ObligationSettledDecoder;
import io.rialto.protocol.ObligationsNettedDecoder;
import io.rialto.protocol.SettlementReservedDecoder;
import io.rialto.protocol.SettlementTermsSetDecoder;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeNovatedDecoder;
import io.rialto.protocol.TradeReversedDecoder;
import org.agrona.DirectBuffer;

/** What is owed, and what became of it. Two amounts are base and quote; above zero received, below zero given. */
final class SettlementText {
    private SettlementText() {}

    static boolean tells(int type) {
        return type >= HolidaySetDecoder.TEMPLATE_ID && type <= TradeCorrectedDecoder.TEMPLATE_ID
                || type == CalendarDefinedDecoder.TEMPLATE_ID
                || type == CalendarHolidaySetDecoder.TEMPLATE_ID
                || type == CalendarAssignedDecoder.TEMPLATE_ID
                || type == TradeReversedDecoder.TEMPLATE_ID
                || type == ContractTradeBustedDecoder.TEMPLATE_ID
                || type == ContractTradeCorrectedDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        switch (type) {
            case TradeNovatedDecoder.TEMPLATE_ID -> {
                var event = new TradeNovatedDecoder().wrap(buffer, at, length, version);
                return "novated " + event.trade() + " to day " + event.settlementDay() + ": " + event.buyer() + " "
                        + event.buyerReceivesMinor() + " " + -event.buyerOwesMinor() + ", " + event.seller() + " "
                        + -event.sellerOwesMinor() + " " + event.sellerReceivesMinor() + ", held " + event.heldMinor();
            }
            case ObligationsNettedDecoder.TEMPLATE_ID -> {
                var event = new ObligationsNettedDecoder().wrap(buffer, at, length, version);
                return "netted " + event.grossBaseMinor() + " to " + event.netBaseMinor() + " and "
                        + event.grossQuoteMinor() + " to " + event.netQuoteMinor() + " of " + event.members();
            }
            case SettlementReservedDecoder.TEMPLATE_ID -> {
                var event = new SettlementReservedDecoder().wrap(buffer, at, length, version);
                return "reserved " + event.account() + " " + event.baseMinor() + " " + event.quoteMinor() + ", held "
                        + event.baseHeldMinor() + " " + event.quoteHeldMinor();
            }
            case ObligationSettledDecoder.TEMPLATE_ID -> {
                var event = new ObligationSettledDecoder().wrap(buffer, at, length, version);
                boolean isWhole = event.openBaseMinor() == 0 && event.openQuoteMinor() == 0;
                return "settled " + event.account() + " " + event.baseMinor() + " " + event.quoteMinor() + " "
                        + event.outcome()
                        + (isWhole ? "" : ", open " + event.openBaseMinor() + " " + event.openQuoteMinor())
                        + (event.cycles() == 0 ? "" : ", cycle " + event.cycles());
            }
            case DaySettledDecoder.TEMPLATE_ID -> {
                var event = new DaySettledDecoder().wrap(buffer, at, length, version);
                return "day " + event.day() + " settled " + event.settled() + " failed " + event.failed();
            }
            default -> {
                return agreed(type, buffer, at, length, version);
            }
        }
    }

    private static String agreed(int type, DirectBuffer buffer, int at, int length, int version) {
        switch (type) {
            case HolidaySetDecoder.TEMPLATE_ID -> {
                var event = new HolidaySetDecoder().wrap(buffer, at, length, version);
                return "holiday " + event.day() + " " + event.isHoliday();
            }
            case CalendarDefinedDecoder.TEMPLATE_ID -> {
                var event = new CalendarDefinedDecoder().wrap(buffer, at, length, version);
                return "calendar " + event.calendar() + " without " + event.weekend();
            }
            case CalendarHolidaySetDecoder.TEMPLATE_ID -> {
                var event = new CalendarHolidaySetDecoder().wrap(buffer, at, length, version);
                return "holiday " + event.day() + " " + event.isHoliday() + " in " + event.calendar();
            }
            case CalendarAssignedDecoder.TEMPLATE_ID -> {
                var event = new CalendarAssignedDecoder().wrap(buffer, at, length, version);
                return "calendar of " + event.instrument() + " is " + event.calendar();
            }
            case SettlementTermsSetDecoder.TEMPLATE_ID -> {
                var event = new SettlementTermsSetDecoder().wrap(buffer, at, length, version);
                return "terms T+" + event.days() + " free " + event.owedIsFree() + " buy-in " + event.buyInCycles();
            }
            default -> {
                return byHand(type, buffer, at, length, version);
            }
        }
    }

    private static String byHand(int type, DirectBuffer buffer, int at, int length, int version) {
        switch (type) {
            case BoughtInDecoder.TEMPLATE_ID -> {
                var event = new BoughtInDecoder().wrap(buffer, at, length, version);
                return "bought in " + event.account() + " from " + event.supplier() + " " + event.quantityLots() + "@"
                        + event.priceTicks() + ", held " + event.heldMinor();
            }
            case TradeBustedDecoder.TEMPLATE_ID -> {
                var event = new TradeBustedDecoder().wrap(buffer, at, length, version);
                return "busted " + event.trade() + " " + event.quantityLots() + "@" + event.priceTicks();
            }
            case TradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = new TradeCorrectedDecoder().wrap(buffer, at, length, version);
                return "corrected " + event.original() + " to " + event.trade() + " " + event.quantityLots() + "@"
                        + event.priceTicks() + ": " + event.buyerReceivesMinor() + " " + -event.buyerOwesMinor() + ", "
                        + -event.sellerOwesMinor() + " " + event.sellerReceivesMinor();
            }
            case ContractTradeBustedDecoder.TEMPLATE_ID -> {
                var event = new ContractTradeBustedDecoder().wrap(buffer, at, length, version);
                return "busted " + event.trade() + " " + event.quantityLots() + "@" + event.priceTicks() + ", fees "
                        + event.buyerFeeMinor() + " and " + event.sellerFeeMinor() + " back";
            }
            case ContractTradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = new ContractTradeCorrectedDecoder().wrap(buffer, at, length, version);
                return "corrected " + event.original() + " to " + event.trade() + " " + event.quantityLots() + "@"
                        + event.priceTicks() + ", fees " + event.buyerFeeMinor() + " and " + event.sellerFeeMinor();
            }
            default -> {
                var event = new TradeReversedDecoder().wrap(buffer, at, length, version);
                return "reversed " + event.original() + " by " + event.trade() + " " + event.quantityLots() + "@"
                        + event.priceTicks() + ", " + event.seller() + " to " + event.buyer();
            }
        }
    }
}
