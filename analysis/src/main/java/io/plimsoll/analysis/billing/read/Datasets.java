package io.plimsoll.analysis.billing.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.read.Dataset.Column;
import io.plimsoll.analysis.billing.read.Dataset.Type;

/// Every table that is read beside bills. Column names are those of FOCUS 1.4 (InvoiceDetail, BillingPeriod) and 1.3 with 1.4
/// (ContractCommitment); invoices may also come as a plain list with three of them.
public final class Datasets {
    /// Columns of charges: what has one is a bill.
    private static final List<String> BILL = List.of("ChargePeriodStart", "EffectiveCost");
    private static final Set<String> TIMES = Set.of("BillingPeriodEnd", "BillingPeriodStart", "BillingPeriodCreated",
            "BillingPeriodLastUpdated", "InvoiceDetailCreated", "InvoiceDetailLastUpdated", "InvoiceIssueDate",
            "PaymentDueDate", "ContractCommitmentCreated", "ContractCommitmentLastUpdated",
            "ContractCommitmentPeriodEnd", "ContractCommitmentPeriodStart", "ContractPeriodEnd",
            "ContractPeriodStart");
    private static final Set<String> DECIMALS = Set.of("BilledCost", "PaymentCurrencyBilledCost",
            "ContractCommitmentCost", "ContractCommitmentDiscountPercentage",
            "ContractCommitmentPaymentUpfrontPercentage", "ContractCommitmentQuantity",
            "PricingCurrencyContractCommitmentCost");
    private static final String INVOICE = "BilledCost BillingAccountId BillingCurrency BillingPeriodEnd BillingPeriodStart "
            + "ChargeCategory InvoiceDetailCreated InvoiceDetailDescription InvoiceDetailGrain InvoiceDetailId "
            + "InvoiceDetailLastUpdated InvoiceId InvoiceIssueDate InvoiceIssueStatus InvoiceIssuerName PaymentCurrency "
            + "PaymentCurrencyBilledCost PaymentCurrencyInvoiceDetailId PaymentDueDate PaymentTerms PurchaseOrderNumber "
            + "ReferenceInvoiceId";

    public static final Dataset INVOICE_DETAIL = new Dataset("focus-invoice-detail", "1.4", "invoice_detail",
            columns(INVOICE, "BilledCost", "BillingAccountId", "BillingCurrency", "BillingPeriodStart",
                    "InvoiceDetailId", "InvoiceId", "InvoiceIssuerName"),
            List.of("InvoiceDetailId", "InvoiceId", "BilledCost"), BILL, "Invoice", List.of());
    public static final Dataset INVOICES = new Dataset("invoices", "", "invoice_detail",
            columns(INVOICE, "BilledCost", "BillingCurrency", "InvoiceId"),
            List.of("InvoiceId", "BillingCurrency", "BilledCost"), BILL, "Invoice", List.of());
    public static final Dataset BILLING_PERIOD = new Dataset("focus-billing-period", "1.4", "billing_period",
            columns("BillingPeriodCreated BillingPeriodEnd BillingPeriodLastUpdated BillingPeriodStart BillingPeriodStatus "
                    + "InvoiceIssuerName", "BillingPeriodStart", "BillingPeriodStatus", "InvoiceIssuerName"),
            List.of("BillingPeriodStart", "BillingPeriodStatus"), List.of("BilledCost", "ChargePeriodStart"),
            "The billing period", List.of("InvoiceIssuerName", "BillingPeriodStart"));
    public static final Dataset CONTRACT_COMMITMENT = new Dataset("focus-contract-commitment", "1.4",
            "contract_commitment",
            columns("BillingCurrency ContractCommitmentApplicability ContractCommitmentBenefitCategory "
                    + "ContractCommitmentCategory ContractCommitmentCost ContractCommitmentCreated "
                    + "ContractCommitmentDescription ContractCommitmentDiscountPercentage ContractCommitmentDurationType "
                    + "ContractCommitmentFulfillmentInterval ContractCommitmentId ContractCommitmentLastUpdated "
                    + "ContractCommitmentLifecycleStatus ContractCommitmentModel ContractCommitmentOfferCategory "
                    + "ContractCommitmentPaymentInterval ContractCommitmentPaymentModel "
                    + "ContractCommitmentPaymentUpfrontPercentage ContractCommitmentPeriodEnd ContractCommitmentPeriodStart "
                    + "ContractCommitmentQuantity ContractCommitmentType ContractCommitmentUnit ContractId ContractPeriodEnd "
                    + "ContractPeriodStart InvoiceIssuerName PricingCurrency PricingCurrencyContractCommitmentCost "
                    + "ServiceProviderName", "ContractCommitmentId", "ContractId"),
            List.of("ContractCommitmentId", "ContractId"), List.of("BilledCost", "ChargePeriodStart"), "The commitment",
            List.of("ContractId", "ContractCommitmentId"));
    public static final Dataset RATES = new Dataset("rates", "", "exchange_rate",
            List.of(new Column("date", "rate_date", Type.DAY, true),
                    new Column("from", "from_currency", Type.TEXT, true),
                    new Column("to", "to_currency", Type.TEXT, true), new Column("rate", "rate", Type.RATE, true)),
            List.of("date", "from", "to", "rate"), List.of(), "The rate",
            List.of("rate_date", "from_currency", "to_currency"));
    public static final Dataset PRICES = new Dataset("prices", "", "price_list",
            List.of(new Column("provider", "provider", Type.KEYWORD, true),
                    new Column("region", "region", Type.KEYWORD, true), new Column("type", "type", Type.KEYWORD, true),
                    new Column("option", "purchase_option", Type.OPTION, true),
                    new Column("unit", "unit", Type.TEXT, true), new Column("price", "price", Type.RATE, true),
                    new Column("currency", "currency", Type.CURRENCY, true),
                    new Column("valid_from", "valid_from", Type.DAY, true)),
            List.of("provider", "region", "type", "price", "currency", "valid_from"), BILL, "The price",
            List.of("provider", "region", "type", "purchase_option", "valid_from"));
    public static final Dataset DRIVERS = new Dataset("drivers", "", "driver_quantity",
            List.of(new Column("date", "driver_date", Type.DAY, true), new Column("driver", "driver", Type.TEXT, true),
                    new Column("scope", "scope", Type.TEXT, true),
                    new Column("quantity", "quantity", Type.QUANTITY, true),
                    new Column("unit", "unit", Type.TEXT, true)),
            List.of("date", "driver", "scope", "quantity"), List.of(), "The quantity",
            List.of("driver_date", "driver", "scope"));

    /// The more particular first: a FOCUS invoice would also pass for a plain one.
    public static final List<Dataset> ALL = List.of(INVOICE_DETAIL, INVOICES, BILLING_PERIOD, CONTRACT_COMMITMENT,
            RATES, PRICES, DRIVERS);

    private Datasets() {
    }

    public static Optional<Dataset> byProfile(String profile) {
        return ALL.stream().filter(dataset -> dataset.profile().equals(profile)).findFirst();
    }

    /// @param profile what the user asked for, or null to recognise the file
    public static Optional<Dataset> choose(Header header, @Nullable String profile) {
        return profile != null
                ? byProfile(profile)
                : ALL.stream().filter(dataset -> dataset.recognises(header)).findFirst();
    }

    private static List<Column> columns(String names, String... needed) {
        return Arrays.stream(names.split(" ")).map(name -> new Column(name, name, TIMES.contains(name)
                ? Type.TIME
                : DECIMALS.contains(name) ? Type.DECIMAL : Type.TEXT, Arrays.asList(needed).contains(name))).toList();
    }
}
