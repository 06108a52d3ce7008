CREATE TABLE forecast_budget (
    position INTEGER NOT NULL,
    period VARCHAR NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    amount DECIMAL(38, 18) NOT NULL,
    currency VARCHAR NOT NULL,
    dimension VARCHAR,
    value VARCHAR
);

CREATE TABLE forecast_project (
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    modality VARCHAR NOT NULL,
    first_day DATE NOT NULL,
    ramp INTEGER NOT NULL,
    last_day DATE,
    low DECIMAL(38, 18) NOT NULL,
    likely DECIMAL(38, 18) NOT NULL,
    high DECIMAL(38, 18) NOT NULL,
    driver VARCHAR NOT NULL,
    unit_cost DECIMAL(38, 18) NOT NULL,
    currency VARCHAR
);
