-- What the server remembers of the initial data, so that POST /initialize restores it by its differences.
CREATE TABLE IF NOT EXISTS isuumo.initial_chair
(
    id    INTEGER NOT NULL PRIMARY KEY,
    stock INTEGER NOT NULL
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS isuumo.initial_estate
(
    id INTEGER NOT NULL PRIMARY KEY
) ENGINE = InnoDB;

-- One row: which data directory the initial rows came from, and both tables' checksums right after loading.
CREATE TABLE IF NOT EXISTS isuumo.initial_data
(
    fingerprint     CHAR(64)     NOT NULL PRIMARY KEY,
    chair_checksum  VARCHAR(128) NOT NULL,
    estate_checksum VARCHAR(128) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
