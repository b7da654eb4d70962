package io.rialto.gateway.risk;

import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.RemoveRiskRuleEncoder;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskScope;
import io.rialto.protocol.RiskSeverity;
import io.rialto.protocol.SetRiskRuleEncoder;
import io.rialto.protocol.frame.Frame;
import java.util.List;
import java.util.regex.Pattern;

/** A risk rule as its maker writes it: limits in decimals, hours as times of day, everybody where nobody is named. */
record RiskRuleForm(
        String name,
        RiskRuleType type,
        long limit,
        long windowNanos,
        long coolDownNanos,
        RiskScope scope,
        int target,
        int instrument,
        int asset,
        RiskAction action,
        RiskSeverity severity,
        List<Step> steps,
        boolean isEnabled) {
    private static final Pattern NAMES = Pattern.compile("[ -~]{0,32}");
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MOST_MILLIS = 7L * 86_400_000;
    private static final int MOST_STEPS = 4;
    private static final Fields PLACE_FIELDS = Fields.of(
            Field.text("account").optional(),
            Field.whole("firm", 1, Integer.MAX_VALUE).optional(),
            Field.text("symbol").optional(),
            Field.text("asset").optional());
    private static final Fields STEP_FIELDS =
            Fields.of(Field.whole("breaches", 2, Integer.MAX_VALUE), Field.choice("action", RiskAction.class));
    static final Fields FIELDS = Fields.of(
            Field.text("name", NAMES).optional(),
            Field.choice("type", RiskRuleType.class),
            Field.text("limit").optional(),
            Field.whole("windowMillis", 0, MOST_MILLIS).optional(),
            Field.text("from").optional(),
            Field.text("to").optional(),
            Field.whole("coolDownMillis", 0, MOST_MILLIS).optional(),
            Field.form("scope", PLACE_FIELDS).optional(),
            Field.choice("action", RiskAction.class),
            Field.choice("severity", RiskSeverity.class).optional(),
            Field.forms("escalate", STEP_FIELDS, MOST_STEPS).optional(),
            Field.flag("enabled").optional());

    record Step(int breaches, RiskAction action) {}

    private record Place(RiskScope scope, int target, int instrument, int asset) {}

    static RiskRuleForm of(Form form, Listed listed) {
        form.knows(FIELDS);
        RiskRuleType type = form.choice("type", RiskRuleType.class);
        Place place = form.has("scope") ? place(form.form("scope"), listed) : new Place(RiskScope.EVERYBODY, 0, 0, 0);
        boolean isHours = type == RiskRuleType.ALLOWED_HOURS;
        int from = isHours ? Hours.minute(form, "from") : 0;
        return new RiskRuleForm(
                form.has("name") ? form.text("name", NAMES, "must be at most 32 printable ASCII characters") : "",
                type,
                isHours
                        ? from
                        : LimitUnits.read(
                                form.at("limit"), form.text("limit"), type, place.instrument, place.asset, listed),
                isHours
                        ? Hours.lengthNanos(from, Hours.minute(form, "to"))
                        : form.integer("windowMillis", 0, MOST_MILLIS, 0) * NANOS_PER_MILLI,
                form.integer("coolDownMillis", 0, MOST_MILLIS, 0) * NANOS_PER_MILLI,
                place.scope,
                place.target,
                place.instrument,
                place.asset,
                form.choice("action", RiskAction.class),
                form.choice("severity", RiskSeverity.class, RiskSeverity.NORMAL),
                form.has("escalate")
                        ? form.forms("escalate", MOST_STEPS).stream()
                                .map(RiskRuleForm::step)
                                .toList()
                        : List.of(),
                form.flag("enabled", true));
    }

    /** Of an account, of a firm, or of everybody; in one instrument, in those quoted in an asset, or in all. */
    private static Place place(Form form, Listed listed) {
        form.knows(PLACE_FIELDS).notBoth("firm", "account");
        int instrument = form.has("symbol")
                ? listed.terms(form.at("symbol"), form.text("symbol"))
                        .instrument()
                        .number()
                : 0;
        int asset = form.has("asset")
                ? listed.asset(form.at("asset"), form.text("asset")).number()
                : 0;
        if (form.has("account")) {
            int account =
                    listed.account(form.at("account"), form.text("account")).number();
            return new Place(RiskScope.ACCOUNT, account, instrument, asset);
        }
        return form.has("firm")
                ? new Place(RiskScope.FIRM, (int) form.integer("firm", 1, Integer.MAX_VALUE), instrument, asset)
                : new Place(RiskScope.EVERYBODY, 0, instrument, asset);
    }

    private static Step step(Form form) {
        form.knows(STEP_FIELDS);
        return new Step((int) form.integer("breaches", 2, Integer.MAX_VALUE), form.choice("action", RiskAction.class));
    }

    /** Whether it is for orders of an account of this firm. */
    boolean concerns(int account, int firm) {
        return scope == RiskScope.EVERYBODY || target == (scope == RiskScope.FIRM ? firm : account);
    }

    /** Whether it is for orders in this market. */
    boolean concerns(Instrument market) {
        boolean isThere = instrument == 0 || instrument == market.number();
        return isThere && (asset == 0 || asset == market.quote().number());
    }

    boolean blocks() {
        return action == RiskAction.BLOCK;
    }

    /** @param rule 0 for a new one */
    Command set(int rule) {
        return frame -> frame.commandEncoded(SetRiskRuleEncoder.TEMPLATE_ID, write(frame, frame.commandOffset(), rule));
    }

    /** With its message header, at this place; answers its length without it. */
    int write(Frame frame, int offset, int rule) {
        SetRiskRuleEncoder command = new SetRiskRuleEncoder()
                .wrapAndApplyHeader(frame.buffer(), offset, frame.partHeader())
                .ruleLimit(limit)
                .windowNanos(windowNanos)
                .coolDownNanos(coolDownNanos)
                .rule(rule)
                .target(target)
                .instrument(instrument)
                .asset(asset)
                .ruleType(type)
                .scope(scope)
                .action(action)
                .severity(severity)
                .enabled((short) (isEnabled ? 1 : 0))
                .name(name);
        for (int i = 0; i < MOST_STEPS; i++) {
            boolean isStep = i < steps.size();
            int breachesAt = command.offset() + SetRiskRuleEncoder.step1BreachesEncodingOffset() + i * Integer.BYTES;
            int actionAt = command.offset() + SetRiskRuleEncoder.step1ActionEncodingOffset() + i;
            frame.buffer().putInt(breachesAt, isStep ? steps.get(i).breaches : 0);
            frame.buffer()
                    .putByte(actionAt, (byte) (isStep ? steps.get(i).action.value() : 0));
        }
        return command.encodedLength();
    }

    static Command remove(int rule) {
        return frame -> {
            RemoveRiskRuleEncoder command = new RemoveRiskRuleEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .rule(rule);
            frame.commandEncoded(RemoveRiskRuleEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
