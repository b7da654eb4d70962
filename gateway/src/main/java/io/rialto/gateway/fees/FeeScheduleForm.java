package io.rialto.gateway.fees;

import io.rialto.feeds.listing.Asset;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.List;
import java.util.OptionalLong;

/** A fee schedule as administrators write it: rates as decimals, money at the asset's scale. */
record FeeScheduleForm(int schedule, Asset asset, List<Tier> tiers, OptionalLong feePerLotMinor) {
    private static final int MOST_TIERS = 8;
    private static final int MOST_SCHEDULES = 255;
    private static final Fields TIER_FIELDS =
            Fields.of(Field.decimal("fromVolume"), Field.signed("makerFeeRate"), Field.signed("takerFeeRate"));
    static final Fields FIELDS = Fields.of(
            Field.whole("schedule", 1, MOST_SCHEDULES),
            Field.text("asset"),
            Field.forms("tiers", TIER_FIELDS, MOST_TIERS),
            Field.decimal("feePerLot").orNull().optional());

    record Tier(long fromMinor, int makerRate, int takerRate) {}

    static FeeScheduleForm of(Form form, Listed listed) {
        form.knows(FIELDS);
        Asset asset = listed.asset(form.at("asset"), form.text("asset"));
        boolean hasPerLot = form.has("feePerLot") && !form.isNull("feePerLot");
        return new FeeScheduleForm(
                (int) form.integer("schedule", 1, MOST_SCHEDULES),
                asset,
                form.forms("tiers", MOST_TIERS).stream()
                        .map(tier -> tier(tier, asset))
                        .toList(),
                hasPerLot
                        ? OptionalLong.of(Decimals.minor(form.at("feePerLot"), form.text("feePerLot"), asset.scale()))
                        : OptionalLong.empty());
    }

    private static Tier tier(Form form, Asset asset) {
        form.knows(TIER_FIELDS);
        return new Tier(
                Decimals.minor(form.at("fromVolume"), form.text("fromVolume"), asset.scale()),
                rate(form, "makerFeeRate"),
                rate(form, "takerFeeRate"));
    }

    private static int rate(Form form, String name) {
        return Terms.rate(form.at(name), form.text(name));
    }
}
