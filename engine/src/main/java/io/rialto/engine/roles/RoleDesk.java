package io.rialto.engine.roles;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.AccountCapacity;
import io.rialto.protocol.AccountRole;
import io.rialto.protocol.AccountRoleSetEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetAccountRoleDecoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Sets roles, and lets no order in of an account that only clears.
 *
 * <p>Threading: the core's thread only.
 */
public final class RoleDesk implements Barrier {
    private final Accounts accounts;
    private final Roles roles;
    private final AccountRoleSetEncoder told = new AccountRoleSetEncoder();

    public RoleDesk(Accounts accounts, Roles roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    /** Both at once, whatever they were. */
    public Reason set(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + SetAccountRoleDecoder.accountEncodingOffset());
        int role = buffer.getByte(at + SetAccountRoleDecoder.roleEncodingOffset()) & 0xFF;
        int capacity = buffer.getByte(at + SetAccountRoleDecoder.capacityEncodingOffset()) & 0xFF;
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        boolean isRole = role >= AccountRole.FULL.value() && role <= AccountRole.CLEARING.value();
        boolean isCapacity =
                capacity >= AccountCapacity.UNSPECIFIED.value() && capacity <= AccountCapacity.CLIENT.value();
        if (!isRole || !isCapacity) return Reason.INVALID_COMBINATION;
        return set(frame, account, AccountRole.get((short) role), AccountCapacity.get((short) capacity));
    }

    private Reason set(Frame frame, int account, AccountRole role, AccountCapacity capacity) {
        AccountRole oldRole = roles.of(account);
        AccountCapacity oldCapacity = roles.capacity(account);
        if (role == oldRole && capacity == oldCapacity) return Reason.WOULD_CHANGE_NOTHING;
        roles.become(account, role, capacity);
        if (role == AccountRole.CLEARING) accounts.guard(account, true);
        frame.claimEvent(told)
                .account(account)
                .oldRole(oldRole)
                .newRole(role)
                .oldCapacity(oldCapacity)
                .newCapacity(capacity);
        return Reason.NONE;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        return roles.onlyClears(ticket.account) ? Reason.ROLE_FORBIDS : Reason.NONE;
    }
}
