-- What the journal told, in rows. All of it can be made again from the journal; nothing else writes here.
-- Every row carries the sequence of the frame that wrote it last. ${rowless} keeps a table in the order of its key; ${key} is
-- the type of a key that is a number.

CREATE TABLE record_position (
    id SMALLINT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    time_nanos BIGINT NOT NULL,
    crc BIGINT NOT NULL -- of that frame: another history is not gone on with
);
INSERT INTO record_position VALUES (1, 0, 0, 0);

CREATE TABLE account (
    number INTEGER PRIMARY KEY,
    firm INTEGER NOT NULL,
    trade_group INTEGER NOT NULL,
    self_trade_prevention VARCHAR(30) NOT NULL,
    opened_nanos BIGINT NOT NULL,
    sequence BIGINT NOT NULL
);

CREATE TABLE orders (
    number ${key} PRIMARY KEY,
    account INTEGER NOT NULL,
    instrument INTEGER NOT NULL,
    client_order_id VARCHAR(36) NOT NULL,
    side VARCHAR(4) NOT NULL,
    type VARCHAR(30) NOT NULL,
    time_in_force VARCHAR(30) NOT NULL,
    post_only VARCHAR(30) NOT NULL,
    self_trade_prevention VARCHAR(30) NOT NULL,
    requested_price_ticks BIGINT NOT NULL,
    working_price_ticks BIGINT NOT NULL,
    quantity_lots BIGINT NOT NULL,
    quote_amount_minor BIGINT NOT NULL,
    executed_lots BIGINT NOT NULL,
    prevented_lots BIGINT NOT NULL,
    remaining_lots BIGINT NOT NULL,
    executed_notional_minor BIGINT NOT NULL,
    status VARCHAR(20) NOT NULL,
    reason VARCHAR(60) NOT NULL,
    special VARCHAR(400) NOT NULL, -- terms beyond these, by commas; empty for none
    parking VARCHAR(30) NOT NULL,  -- for what it waits outside of the book; empty when it does not
    list BIGINT NOT NULL,
    is_quote SMALLINT NOT NULL,
    version INTEGER NOT NULL,
    created_nanos BIGINT NOT NULL,
    updated_nanos BIGINT NOT NULL,
    created_sequence BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    is_open SMALLINT NOT NULL
);
CREATE INDEX orders_of_account ON orders (account, created_nanos, number);
CREATE INDEX orders_open ON orders (account, number) WHERE is_open = 1;
CREATE INDEX orders_by_client_id ON orders (account, client_order_id, number) WHERE client_order_id <> '';

-- Every state that an order had, as each frame that touched it left it.
CREATE TABLE order_state (
    order_number BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    time_nanos BIGINT NOT NULL,
    version INTEGER NOT NULL,
    status VARCHAR(20) NOT NULL,
    reason VARCHAR(60) NOT NULL,
    working_price_ticks BIGINT NOT NULL,
    quantity_lots BIGINT NOT NULL,
    executed_lots BIGINT NOT NULL,
    remaining_lots BIGINT NOT NULL,
    PRIMARY KEY (order_number, sequence)
)${rowless};

CREATE TABLE fill (
    number ${key} PRIMARY KEY,
    trade BIGINT NOT NULL,
    order_number BIGINT NOT NULL,
    account INTEGER NOT NULL,
    instrument INTEGER NOT NULL,
    side VARCHAR(4) NOT NULL,
    liquidity VARCHAR(5) NOT NULL,
    price_ticks BIGINT NOT NULL,
    quantity_lots BIGINT NOT NULL,
    notional_minor BIGINT NOT NULL,
    fee_minor BIGINT NOT NULL,
    fee_asset INTEGER NOT NULL,
    time_nanos BIGINT NOT NULL,
    sequence BIGINT NOT NULL
);
CREATE INDEX fill_of_account ON fill (account, number);
CREATE INDEX fill_of_order ON fill (order_number, number);

-- Every posting: money that came into a balance or left it. Of one asset they add up to zero over all accounts.
CREATE TABLE movement (
    number ${key} PRIMARY KEY,
    account INTEGER NOT NULL,
    asset INTEGER NOT NULL,
    purse VARCHAR(12) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    amount_minor BIGINT NOT NULL,
    after_minor BIGINT NOT NULL,
    reference BIGINT NOT NULL,
    time_nanos BIGINT NOT NULL,
    sequence BIGINT NOT NULL
);
CREATE INDEX movement_of_account ON movement (account, number);

-- What each account's trades in an instrument made, at average cost. Money may outgrow 64 bits, so it is text.
CREATE TABLE position (
    account INTEGER NOT NULL,
    instrument INTEGER NOT NULL,
    quantity VARCHAR(60) NOT NULL,
    cost_minor VARCHAR(60) NOT NULL,
    realised_minor VARCHAR(60) NOT NULL,
    fees_minor VARCHAR(60) NOT NULL,
    funding_minor VARCHAR(60) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (account, instrument)
)${rowless};

-- What accounts were worth at full hours, those left out at which nothing had changed.
CREATE TABLE equity (
    account INTEGER NOT NULL,
    time_nanos BIGINT NOT NULL,
    equity VARCHAR(60) NOT NULL,
    price VARCHAR(60) NOT NULL,
    fees VARCHAR(60) NOT NULL,
    funding VARCHAR(60) NOT NULL,
    transfers VARCHAR(60) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (account, time_nanos)
)${rowless};

-- One row an event. Two may take part; zero is nobody, no order, no instrument. type is the schema's number.
CREATE TABLE event (
    sequence BIGINT NOT NULL,
    place INTEGER NOT NULL,
    time_nanos BIGINT NOT NULL,
    type INTEGER NOT NULL,
    account INTEGER NOT NULL,
    other_account INTEGER NOT NULL,
    order_number BIGINT NOT NULL,
    other_order BIGINT NOT NULL,
    instrument INTEGER NOT NULL,
    correlation VARCHAR(36) NOT NULL,
    PRIMARY KEY (sequence, place)
)${rowless};
CREATE INDEX event_by_type ON event (type, sequence, place);
CREATE INDEX event_by_account ON event (account, sequence, place) WHERE account <> 0;
CREATE INDEX event_by_other_account ON event (other_account, sequence, place) WHERE other_account <> 0;
CREATE INDEX event_by_order ON event (order_number, sequence, place) WHERE order_number <> 0;
CREATE INDEX event_by_other_order ON event (other_order, sequence, place) WHERE other_order <> 0;
CREATE INDEX event_by_instrument ON event (instrument, sequence, place) WHERE instrument <> 0;
CREATE INDEX event_by_correlation ON event (correlation, sequence, place) WHERE correlation <> '';
