-- Indexes that made way for many rows at once, as they are to be made again.
CREATE TABLE index_to_make (
    name VARCHAR(60) PRIMARY KEY,
    definition VARCHAR(1000) NOT NULL
);
