package io.rialto.gateway.admin;

import io.rialto.gateway.form.Form;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.AccountOpenedDecoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.frame.FrameView;
import java.nio.charset.StandardCharsets;

/** The administrator's listings for the venue itself, which fills in the same forms on its first start. */
public final class AdminForms {
    private AdminForms() {}

    /** A market to be opened. */
    public record Listing(String symbol, Command command) {}

    public static Command asset(String code, int scale) {
        return AdminCommands.listAsset(code, scale);
    }

    /** An account of nobody's firm, as a newcomer gets it. */
    public static Command account() {
        return AdminCommands.openAccount(0, 0, SelfTradePrevention.ACCOUNT_DEFAULT);
    }

    /** The number of the account that was opened. */
    public static int opened(KeptFrame frame) {
        FrameView view = frame.event(AccountOpenedDecoder.TEMPLATE_ID).orElseThrow();
        return new AccountOpenedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion())
                .account();
    }

    /** @param body as of {@code POST /admin/instruments} */
    public static Listing instrument(String body, Listed listed) {
        InstrumentForm form = InstrumentForm.of(Form.read(body.getBytes(StandardCharsets.UTF_8)), listed);
        return new Listing(form.terms().symbol(), form.command());
    }
}
