package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * A seed's flow of commands. Every seed swarms: it draws its own instruments, accounts, wealth and weights, and leaves
 * some kinds of commands out, so that rare things meet each other often in some of the flows.
 */
final class Flow {
    private static final long START_NANOS = 1_700_000_000_000_000_000L;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int FIRST_ACCOUNT = 100;
    private static final int[] WEIGHTS = {50, 10, 14, 8, 2, 6, 4, 2, 2, 2, 4, 6, 8, 4, 4, 5, 5, 3, 0, 0};
    private static final int[] SWARM = {0, 1, 1, 2, 5};

    private final Dice dice;
    private final int commands;
    private final int[] weights = WEIGHTS.clone();
    private final int accounts;
    private final int[] scales;
    private final List<Market> markets = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Placed> orders = new ArrayList<>();
    private final List<Integer> transfers = new ArrayList<>();
    private final int keyPercent;
    private final int tagPercent;
    private final int repeatPercent;
    private final ControlDraw control;
    private final int preventionPercent;
    private final int wealth;
    /** Its markets begin with ranges and limits. */
    private final boolean isWatched;
    /** Time goes by in multiples of it: where it is more than 1, things happen at the very end of something else. */
    private final long beatNanos;

    private final int sharingPercent;
    private final int pegPercent;
    private final int specialPercent;
    private final boolean hasFees;
    private final FeeDraw fees;
    private final int auctionPercent;
    private final int triggerPercent;
    private final int trailingPercent;
    private final PositionDraw positions;
    private final MarginDraw margin;
    private final RiskDraw risk;
    private long timeNanos = START_NANOS;

    private Flow(long seed, int commands) {
        dice = new Dice(seed);
        this.commands = commands;
        for (int i = 1; i < weights.length; i++) weights[i] *= SWARM[dice.below(SWARM.length)];
        accounts = dice.chance(10) ? 1 : 2 + dice.below(5);
        scales = new int[2 + dice.below(3)];
        for (int i = 0; i < scales.length; i++) scales[i] = dice.below(5);
        if (dice.chance(5)) scales[0] = 18;
        tagPercent = (int) dice.oneOf(0, 0, 40, 90);
        repeatPercent = (int) dice.oneOf(0, 2, 15);
        control = new ControlDraw(dice, accounts, markets);
        keyPercent = (int) dice.oneOf(0, 0, 10, 50);
        preventionPercent = (int) dice.oneOf(0, 20, 80);
        sharingPercent = (int) dice.oneOf(0, 0, 0, 80);
        pegPercent = (int) dice.oneOf(0, 0, 0, 25);
        specialPercent = (int) dice.oneOf(0, 0, 30, 70);
        auctionPercent = (int) dice.oneOf(0, 0, 0, 0, 0, 50);
        if (auctionPercent > 0) weights[17] = 12;
        hasFees = dice.chance(30);
        if (hasFees) weights[19] = (int) dice.oneOf(2, 6, 20);
        fees = new FeeDraw(dice, accounts, scales.length, markets);
        triggerPercent = (int) dice.oneOf(0, 0, 15, 50, 50);
        trailingPercent = (int) dice.oneOf(0, 30, 90);
        isWatched = dice.chance(auctionPercent > 0 ? 50 : 20);
        beatNanos = dice.chance(25) ? 500 : 1;
        positions = new PositionDraw(dice);
        margin = new MarginDraw(seed, accounts, markets);
        risk = new RiskDraw(seed, accounts, scales.length, markets);
        weights[18] = positions.sceneWeight();
        wealth = (int) dice.oneOf(3, 20, 200, 100_000);
    }

    static List<Step> of(long seed, int commands) {
        if (OwnFlows.isOf(seed)) return OwnFlows.steps(seed, commands);
        Flow flow = new Flow(seed, commands);
        flow.open();
        while (flow.steps.size() < commands) flow.step();
        return Scenes.put(seed, flow.steps, flow.markets, flow.accounts);
    }

    private void open() {
        for (int i = 0; i < scales.length; i++) add(new Command.ListAsset("A" + i, scales[i]));
        int instruments = 2 + dice.weighted(6, 3, 1);
        for (int number = 1; number <= instruments; number++) {
            int base = 1 + dice.below(scales.length);
            int quote = 1 + (base + dice.below(scales.length - 1)) % scales.length;
            Market market = margin.maybeContract(Market.drawn(dice, number, base, quote, scales), scales);
            markets.add(market);
            add(market.listing());
            if (dice.chance(60)) add(new Command.ChangeInstrument(number, DeskDraw.DISPLAY_SEED, dice.next()));
            if (dice.chance(10))
                add(new Command.ChangeInstrument(number, DeskDraw.MIN_HIDDEN_LOTS, dice.between(2, 9)));
            positions.opening(number).forEach(this::add);
            boolean preventsOwn = auctionPercent > 0 && dice.chance(60);
            if (preventsOwn) add(new Command.ChangeInstrument(number, DeskDraw.AUCTION_SELF_TRADES, 1));
            boolean isBounded = triggerPercent > 0 && dice.chance(25);
            if (isBounded) add(TriggerDraw.bound(dice, number));
            if (isWatched) InterruptionDraw.opening(dice, number, market).forEach(this::add);
        }
        int groupPercent = auctionPercent > 0 && dice.chance(40) ? 70 : 15;
        for (int i = 0; i < accounts; i++) {
            int group = dice.chance(groupPercent) ? (int) dice.oneOf(1, 2, FIRST_ACCOUNT + dice.below(accounts)) : 0;
            add(new Command.OpenAccount(
                    dice.below(3), group, dice.chance(40) ? 0 : dice.chance(40) ? 1 : dice.below(6)));
        }
        if (hasFees) fees.opening().forEach(this::add);
        for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + accounts; account++) {
            for (int asset = 1; asset <= scales.length; asset++) {
                if (dice.chance(95)) add(deposit(Command.Begin.DEPOSIT, account, asset));
            }
        }
        margin.opening().forEach(this::add);
        risk.opening().forEach(this::add);
        if (weights[16] > 0) QuoteDraw.opening(dice, FIRST_ACCOUNT, instruments).forEach(this::add);
        for (int number = 1; number <= instruments && sharingPercent > 0; number++) {
            if (dice.chance(sharingPercent)) {
                AllocationDraw.opening(dice, number, FIRST_ACCOUNT, accounts).forEach(this::add);
            }
        }
    }

    private Command deposit(Command.Begin kind, int account, int asset) {
        Market market = markets.get(dice.below(markets.size()));
        for (Market one : markets) {
            if (one.terms().quoteAsset() == asset || one.terms().baseAsset() == asset) market = one;
            if (dice.chance(50)) break;
        }
        double lot = market.terms().quoteAsset() == asset ? market.lotQuote() : market.lotBase();
        double most = Math.min(lot * market.mostLots() * wealth / 2, Long.MAX_VALUE >> 3);
        long amount = dice.chance(2) ? dice.oneOf(0, -5, Long.MAX_VALUE) : 1 + (long) (most * dice.below(1000) / 1000);
        return new Command.BeginTransfer(kind, account, asset, amount);
    }

    private void step() {
        if (margin.isTurn()) add(margin.command());
        else if (risk.isTurn()) add(risk.command(dice.chance(70) ? this::limitOrder : this::marketOrder));
        else draw();
    }

    private void draw() {
        switch (dice.weighted(weights)) {
            case 0 -> order(positions.maybe(maybeSpecial(limitOrder())));
            case 1 -> order(positions.maybe(maybeForAuction(marketOrder())));
            case 2 -> add(amend());
            case 3 -> add(cancel());
            case 4 -> add(cancelAll());
            case 5 -> transfer();
            case 6 -> order(HostileDraw.order(dice, limitOrder()));
            case 7 -> add(ListingDraw.command(dice, markets, scales.length));
            case 8 -> add(new Command.Fence(anyAccount(), dice.below(2), dice.below(4)));
            case 10 ->
                add(
                        dice.chance(95)
                                ? DeskDraw.parameter(dice, markets)
                                : AllocationDraw.lead(dice, anyInstrument(), anyAccount()));
            case 11 -> several();
            case 12 -> addBySomebody(control.command(timeNanos));
            case 13 -> markPrice();
            case 14 -> add(amendTrigger());
            case 15 -> orderList();
            case 16 -> add(QuoteDraw.command(dice, anyAccount(), markets));
            case 19 -> {
                if (dice.chance(15)) timeNanos += DAY_NANOS * dice.oneOf(7, 29, 30, 31);
                add(fees.command());
            }
            case 17 -> add(new AuctionDraw(dice, markets.size()).command());
            case 18 -> scene();
            default -> add(dice.chance(50) ? new Command.Tick() : new Command.Unknown((int) dice.oneOf(0, 5, 77, 99)));
        }
    }

    /** Never without saying who asks, but for a few. */
    private void addBySomebody(Command command) {
        Command.Asked asked = dice.chance(97) ? new Command.Asked(0, 0, 0, -dice.below(3)) : null;
        add(command, asked);
    }

    private void add(Command command) {
        Command.Asked asked = null;
        if (dice.chance(keyPercent)) {
            int actor = dice.chance(80) ? anyAccount() : 0;
            asked = new Command.Asked(dice.below(2), dice.below(4), dice.below(2), actor);
            if (dice.chance(20)) timeNanos += DAY_NANOS / 3;
        } else if (dice.chance(tagPercent)) {
            asked = new Command.Asked(0, 0, 0, anyAccount(), dice.below(3), dice.below(3), dice.below(3));
        }
        add(command, asked);
    }

    private void add(Command command, Command.Asked asked) {
        long usual = beatNanos * dice.below((int) (1000 / beatNanos));
        timeNanos += dice.chance(97) ? usual : dice.oneOf(-5000, DAY_NANOS, DAY_NANOS / 2, DAY_NANOS - 1);
        steps.add(new Step(steps.size(), command, asked, timeNanos));
    }

    private Command maybeSpecial(Command.NewOrder order) {
        if (dice.chance(auctionPercent)) return AuctionDraw.order(dice, order);
        if (dice.chance(pegPercent)) return PegDraw.order(dice, order, timeNanos);
        if (dice.chance(triggerPercent))
            return TriggerDraw.order(dice, marketOf(order), order, trailingPercent, specialPercent, timeNanos);
        return dice.chance(specialPercent) ? special(order) : order;
    }

    private Command maybeForAuction(Command.NewOrder order) {
        if (dice.chance(specialPercent / 3)) return SpecialDraw.toLimit(dice, order, timeNanos);
        if (dice.chance(auctionPercent)) return AuctionDraw.order(dice, order);
        if (order.timeInForce() != 1 || !dice.chance(specialPercent / 2)) return order;
        return new Command.NewSpecialOrder(TimeDraw.order(dice, order), Command.SpecialTerms.PLAIN);
    }

    Command special(Command.NewOrder order) {
        Command.NewOrder timed = TimeDraw.order(dice, order);
        return new Command.NewSpecialOrder(
                timed, TimeDraw.terms(dice, timed, SpecialDraw.terms(dice, timed), timeNanos));
    }

    private void order(Command command) {
        add(command);
        Command.NewOrder order = asked(command);
        int type = order.orderType();
        boolean isImmediate = order.timeInForce() == 2 || order.timeInForce() == 3;
        boolean mayRest = type == 1 && !isImmediate || dice.chance(type >= 3 ? 90 : 20);
        if (mayRest || dice.chance(5)) {
            orders.add(new Placed(Step.madeBy(steps.size() - 1), order, command instanceof Command.NewSpecialOrder));
        }
    }

    private void scene() {
        int number = anyInstrument();
        for (Command command : ReductionDraw.scene(dice, number, markets.get(number - 1), FIRST_ACCOUNT, accounts)) {
            if (PositionDraw.isOrder(command)) order(command);
            else add(command);
        }
    }

    private void orderList() {
        Command.NewOrder like = limitOrder();
        boolean isKnown = like.instrument() >= 1 && like.instrument() <= markets.size();
        ListDraw draw = new ListDraw(dice, markets.get(isKnown ? like.instrument() - 1 : 0), like, timeNanos);
        add(positions.maybeParts(draw.list()));
        int place = 0;
        for (Command.NewOrder order : draw.drawn()) {
            orders.add(new Placed(Step.madeBy(steps.size() - 1, place++), order, true));
        }
    }

    private void several() {
        SeveralDraw draw = new SeveralDraw(dice, this);
        add(positions.maybeParts(draw.command(anyAccount())));
        int tag = steps.size() - 1;
        for (Command.NewOrder order : draw.drawn()) {
            orders.add(new Placed(Step.madeBy(tag, draw.place(order)), order, false));
        }
    }

    private int anyAccount() {
        return dice.chance(99) ? FIRST_ACCOUNT + dice.below(accounts) : (int) dice.oneOf(0, 1, 2, 99, -1, 777);
    }

    private int anyInstrument() {
        return dice.chance(60) ? 1 : 1 + dice.below(markets.size());
    }

    Command.NewOrder limitOrder() {
        if (!orders.isEmpty() && dice.chance(repeatPercent)) {
            Command.NewOrder last = orders.get(orders.size() - 1).asked();
            if (last.orderType() == 1) return last;
        }
        int instrument = anyInstrument();
        Market market = markets.get(instrument - 1);
        boolean isPassive = dice.chance(15);
        int timeInForce = isPassive ? 1 : 1 + dice.weighted(76, 12, 12);
        int postOnly = isPassive ? 1 + dice.below(2) : 0;
        int side = 1 + dice.below(2);
        long lots = market.lots(dice);
        long price = market.price(dice);
        return new Command.NewOrder(
                anyAccount(),
                dice.chance(99) ? instrument : (int) dice.oneOf(0, -1, 77),
                price,
                lots,
                0,
                side,
                1,
                timeInForce,
                postOnly,
                dice.chance(preventionPercent) ? 1 + dice.below(5) : 0,
                clientOrderId());
    }

    Command.NewOrder marketOrder() {
        int instrument = anyInstrument();
        Market market = markets.get(instrument - 1);
        long lots = market.lots(dice);
        boolean isByAmount = dice.chance(40) && (market.contract() == null || dice.chance(20));
        long amount = isByAmount ? market.amount(dice, lots) : 0;
        int timeInForce = 1 + (isByAmount ? dice.below(2) : dice.weighted(60, 20, 20));
        int side = 1 + dice.below(2);
        return new Command.NewOrder(
                anyAccount(),
                instrument,
                0,
                isByAmount ? 0 : lots,
                amount,
                side,
                2,
                timeInForce,
                0,
                dice.chance(preventionPercent) ? 1 + dice.below(5) : 0,
                clientOrderId());
    }

    private String clientOrderId() {
        return dice.chance(70) ? "" : "c" + dice.below(8);
    }

    boolean hasOrders() {
        return !orders.isEmpty();
    }

    /** An order of some time ago, and mostly its owner. */
    Placed anyOrder() {
        int back = dice.chance(80) ? 8 : 60;
        return orders.get(Math.max(0, orders.size() - 1 - dice.below(back)));
    }

    private long orderNumber(Placed order) {
        return dice.chance(98) ? order.name() : dice.oneOf(0, 1, 1L << 27, Long.MAX_VALUE, 5L << 27 | 3);
    }

    private int owner(Placed order) {
        return dice.chance(97) ? order.asked().account() : anyAccount();
    }

    private static Command.NewOrder asked(Command command) {
        return command instanceof Command.NewSpecialOrder special ? special.order() : (Command.NewOrder) command;
    }

    private void markPrice() {
        int instrument = anyInstrument();
        add(TriggerDraw.markPrice(dice, instrument, markets.get(instrument - 1)));
    }

    private Command amendTrigger() {
        if (orders.isEmpty()) return new Command.Tick();
        Placed order = anyOrder();
        return TriggerDraw.amend(dice, owner(order), orderNumber(order), marketOf(order.asked()));
    }

    private Market marketOf(Command.NewOrder asked) {
        boolean isKnown = asked.instrument() >= 1 && asked.instrument() <= markets.size();
        return markets.get(isKnown ? asked.instrument() - 1 : 0);
    }

    Command amend() {
        if (orders.isEmpty()) return new Command.Tick();
        Placed order = anyOrder();
        Command.NewOrder asked = order.asked();
        if (order.isSpecial() && dice.chance(25))
            return DisplayDraw.amend(dice, owner(order), orderNumber(order), asked);
        Market market = marketOf(asked);
        long price = dice.chance(45) ? Command.NULL : dice.chance(20) ? asked.priceTicks() : market.price(dice);
        long lots = dice.chance(45) ? Command.NULL : dice.chance(20) ? asked.quantityLots() : market.lots(dice);
        return new Command.AmendOrder(owner(order), orderNumber(order), price, lots);
    }

    Command cancel() {
        if (orders.isEmpty()) return new Command.Tick();
        Placed order = anyOrder();
        return new Command.CancelOrder(owner(order), orderNumber(order));
    }

    private Command cancelAll() {
        int instrument = (int) dice.oneOf(0, 0, anyInstrument(), anyInstrument(), dice.chance(90) ? 0 : 77);
        int side = (int) dice.oneOf(255, 255, 1, 2, dice.chance(80) ? 255 : dice.oneOf(0, 3, 254));
        return new Command.CancelAll(anyAccount(), instrument, side);
    }

    private void transfer() {
        if (transfers.isEmpty() || dice.chance(50)) {
            Command.Begin kind = Command.Begin.values()[dice.below(3)];
            transfers.add(steps.size());
            add(deposit(kind, anyAccount(), dice.chance(97) ? 1 + dice.below(scales.length) : (int) dice.oneOf(0, 77)));
            return;
        }
        int tag = transfers.get(Math.max(0, transfers.size() - 1 - dice.below(5)));
        long number = dice.chance(95) ? Step.madeBy(tag) : dice.oneOf(0, -77777, 1, 5, Long.MAX_VALUE);
        add(new Command.EndTransfer(Command.End.values()[dice.below(4)], number));
    }
}
