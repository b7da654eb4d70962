package io.rialto.gateway.admin;

import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.ListAssetEncoder;
import io.rialto.protocol.OpenAccountEncoder;
import io.rialto.protocol.SelfTradePrevention;

/** Commands that make assets and accounts known. */
final class AdminCommands {
    private AdminCommands() {}

    static Command listAsset(String code, int scale) {
        return frame -> {
            ListAssetEncoder command = new ListAssetEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.code(code).scale((short) scale);
            frame.commandEncoded(ListAssetEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command openAccount(int firm, int tradeGroup, SelfTradePrevention selfTradePrevention) {
        return frame -> {
            OpenAccountEncoder command = new OpenAccountEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.firm(firm).tradeGroup(tradeGroup).selfTradePrevention(selfTradePrevention);
            frame.commandEncoded(OpenAccountEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
