package io.rialto.engine;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.agenda.Consequences;
import io.rialto.engine.allocation.Allocations;
import io.rialto.engine.allocation.LeadMakerDesk;
import io.rialto.engine.auction.Auctions;
import io.rialto.engine.auction.CallDesk;
import io.rialto.engine.auction.CallEnd;
import io.rialto.engine.auction.Indication;
import io.rialto.engine.auction.Uncross;
import io.rialto.engine.batch.BatchDesk;
import io.rialto.engine.batch.RefusedOperations;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.control.Control;
import io.rialto.engine.correction.CorrectionRoom;
import io.rialto.engine.credit.CreditRoom;
import io.rialto.engine.display.DisplayDesk;
import io.rialto.engine.display.DisplayRules;
import io.rialto.engine.fees.FeeRoom;
import io.rialto.engine.giveup.GiveUpRoom;
import io.rialto.engine.interruption.Interruptions;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.TransferDesk;
import io.rialto.engine.ledger.Transfers;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.listing.ListingDesk;
import io.rialto.engine.lists.ListRoom;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.pegs.Pegs;
import io.rialto.engine.phases.Expiry;
import io.rialto.engine.phases.OrderEnds;
import io.rialto.engine.phases.PhaseBarrier;
import io.rialto.engine.phases.PhaseDesk;
import io.rialto.engine.phases.Sessions;
import io.rialto.engine.phases.Transitions;
import io.rialto.engine.position.Clipping;
import io.rialto.engine.position.Positions;
import io.rialto.engine.position.Tracking;
import io.rialto.engine.quotes.QuoteDesk;
import io.rialto.engine.requests.RequestDesk;
import io.rialto.engine.requests.SeenRequests;
import io.rialto.engine.risk.RiskRoom;
import io.rialto.engine.roles.RoleDesk;
import io.rialto.engine.roles.Roles;
import io.rialto.engine.settlement.SettlementRoom;
import io.rialto.engine.standing.RiskActions;
import io.rialto.engine.tape.Tape;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.engine.triggers.Triggers;
import io.rialto.engine.waiting.AuctionOrders;

/** The state, room by room, and the desk of each room. */
final class Rooms {
    private static final int BALANCES_OF_ACCOUNT = 2;

    final Assets assets = new Assets();
    final Accounts accounts;
    final Instruments instruments;
    final Balances balances;
    final Treasury treasury;
    final Transfers transfers = new Transfers();
    final OpenOrders orders;
    final SeenRequests seen;
    final ListingDesk listing;
    final Roles roles = new Roles();
    final RoleDesk roleDesk;
    final TransferDesk money;
    final TradingDesk trading;
    final RefusedOperations refusals = new RefusedOperations();
    final BatchDesk batches;
    final RequestDesk requests;
    final ParameterDesk parameters;
    final Control control;
    final DisplayDesk displays;
    final Sessions sessions = new Sessions();
    final Auctions auctions;
    final PhaseDesk phases;
    final CallDesk calls;
    final Interruptions interruptions;
    final Allocations allocations = new Allocations();
    final LeadMakerDesk leads;
    final Agenda agenda = new Agenda();
    final FeeRoom fees;
    final Triggers triggers;
    final ListRoom lists;
    final QuoteDesk quotes;
    final RiskRoom risk;
    final CreditRoom credit;
    final ContractRooms contracts;
    final SettlementRoom settlement;
    final CorrectionRoom corrections;
    final GiveUpRoom giveUps;
    final Consequences consequences = new Consequences();

    Rooms(CoreOptions options) {
        OrderPool pool = new OrderPool(options.expectedOrders());
        accounts = new Accounts(options.expectedAccounts());
        instruments = new Instruments(pool);
        balances = new Balances(options.expectedAccounts() * BALANCES_OF_ACCOUNT);
        treasury = new Treasury(balances);
        orders = new OpenOrders(pool, agenda, options.expectedAccounts(), options.expectedOrders());
        seen = new SeenRequests(pool);
        requests = new RequestDesk(accounts, seen);
        listing = new ListingDesk(assets, instruments, accounts);
        fees = new FeeRoom(assets, accounts, instruments, listing, agenda);
        money = new TransferDesk(accounts, assets, balances, treasury, transfers, roles);
        trading = new TradingDesk(accounts, instruments, orders, balances, treasury, allocations, requests.caller());
        trading.gate().add(new PhaseBarrier(sessions, requests.caller()));
        OrderEnds ends = new OrderEnds(orders, trading.departure());
        Transitions transitions = new Transitions(sessions, ends);
        agenda.assign(Agenda.EXPIRY, new Expiry(pool, trading.departure()));
        auctions = new Auctions(orders, trading.reductions(), sessions, transitions, agenda);
        phases = new PhaseDesk(instruments, transitions, auctions);
        calls = new CallDesk(instruments, sessions, auctions);
        addWhatFollowsCalls(ends);
        batches = new BatchDesk(accounts, instruments, orders, balances, trading.operations(), requests, refusals);
        parameters = new ParameterDesk(instruments);
        control = new Control(
                assets,
                accounts,
                instruments,
                orders,
                balances,
                trading,
                parameters,
                agenda,
                consequences,
                requests.caller());
        displays = new DisplayDesk(accounts, instruments, orders, trading.gate(), trading.displays());
        interruptions = new Interruptions(sessions, auctions, parameters);
        makeKnown();
        leads = new LeadMakerDesk(accounts, instruments, allocations);
        triggers = new Triggers(instruments, orders, balances, trading, parameters);
        lists = new ListRoom(accounts, instruments, orders, balances, trading, requests, refusals);
        quotes = new QuoteDesk(accounts, assets, instruments, orders, trading, requests, requests.caller(), refusals);
        contracts = new ContractRooms(this);
        settlement = new SettlementRoom(instruments, balances, treasury);
        corrections = correctionRoom(new Tape(options.expectedOrders()));
        risk = riskRoom();
        credit = new CreditRoom(assets, accounts, instruments, orders, trading, requests.caller());
        roleDesk = new RoleDesk(accounts, roles);
        giveUps = giveUpRoom();
        addWhatFollowsTrades();
    }

    private void makeKnown() {
        DisplayRules.make(parameters);
        auctions.makeKnown(parameters);
        Allocations.make(parameters);
    }

    private GiveUpRoom giveUpRoom() {
        GiveUpRoom room = new GiveUpRoom(
                accounts,
                instruments,
                balances,
                treasury,
                trading.fills(),
                corrections,
                settlement,
                roles,
                control,
                credit);
        corrections.asks(room);
        control.asks(roleDesk);
        consequences.add(room.lapses());
        return room;
    }

    private void addWhatFollowsCalls(OrderEnds ends) {
        Uncross uncross = new Uncross(auctions, orders, trading);
        agenda.assign(Agenda.CALL_END, new CallEnd(instruments, sessions, auctions, uncross));
        consequences.add(uncross);
        consequences.add(ends);
        consequences.add(new AuctionOrders(instruments, orders, sessions, auctions, trading));
    }

    private RiskRoom riskRoom() {
        RiskRoom room = new RiskRoom(
                assets,
                accounts,
                instruments,
                orders,
                balances,
                positions(),
                trading,
                refusals,
                control.standings(),
                requests.caller());
        contracts.calls.watchedBy(room);
        room.acts(new RiskActions(
                instruments, positions(), control.standings(), control.standing(), control.cancels(), contracts.line));
        return room;
    }

    private CorrectionRoom correctionRoom(Tape tape) {
        consequences.add(settlement.cycle());
        CorrectionRoom.makeKnown(parameters);
        return new CorrectionRoom(
                accounts,
                instruments,
                balances,
                treasury,
                trading,
                positions(),
                auctions,
                settlement,
                contracts.settlement,
                tape);
    }

    Margins margins() {
        return trading.margins();
    }

    Positions positions() {
        return trading.reductions().positions();
    }

    /** In this order: each before anybody trades again. */
    private void addWhatFollowsTrades() {
        triggers.interruptsBy(interruptions::cascaded);
        Tracking.make(parameters, positions());
        Clipping clipping =
                new Clipping(trading.reductions(), orders, balances, trading.displays(), trading.departure()::cancel);
        consequences.addAll(quotes.quotes(), lists.lists(), clipping, triggers);
        consequences.add(new Pegs(instruments, orders, balances, trading));
        consequences.addAll(contracts.calls, contracts.liquidations, contracts.line, new Indication(auctions));
    }
}
