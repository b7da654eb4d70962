package io.rialto.gateway.sockets;

import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.DisconnectedEncoder;
import io.rialto.protocol.ReconnectedEncoder;

/** What the venue is told of connections. */
final class SessionCommands {
    private SessionCommands() {}

    /** @param graceNanos time to come back; of no meaning when it was a log-out */
    static Command disconnected(int account, int session, long graceNanos, boolean isGraceful) {
        return frame -> {
            DisconnectedEncoder command = new DisconnectedEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.graceNanos(graceNanos).account(account).session(session).graceful((short) (isGraceful ? 1 : 0));
            frame.commandEncoded(DisconnectedEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command reconnected(int account, int session) {
        return frame -> {
            ReconnectedEncoder command = new ReconnectedEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).session(session);
            frame.commandEncoded(ReconnectedEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
