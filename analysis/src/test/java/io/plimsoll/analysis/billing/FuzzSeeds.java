package io.plimsoll.analysis.billing;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small sound files of each format, as text: a header and rows, each a little different.
final class FuzzSeeds {
    static final String FOCUS = table(
            BillingFixture.HEADER + ",ResourceId,ConsumedQuantity,ConsumedUnit,InvoiceId,x_Own",
            "1.5{i},{i}.25,2,0.000000000000000000{d}5,acc-{d},USD,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z,"
                    + "2026-03-{d}T00:00:00Z,2026-03-{d}T01:00:00Z,Usage,AWS,\"Service, \"\"{d}\"\"\","
                    + "\"{\"\"team\"\": \"\"t{d}\"\", \"\"naïve\"\": null}\",r-{i},{i},Hours,INV-1,own");
    static final String CUR_LEGACY = table(
            "bill/PayerAccountId,bill/BillingPeriodStartDate,bill/BillingPeriodEndDate,bill/InvoiceId,bill/BillingEntity,"
                    + "lineItem/CurrencyCode,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/LineItemType,"
                    + "lineItem/UnblendedCost,lineItem/ProductCode,lineItem/Operation,lineItem/UsageType,lineItem/UsageAmount,"
                    + "pricing/publicOnDemandCost,pricing/unit,resourceTags/user:team,resourceTags/user:Name",
            "012345678901,2026-03-01T00:00:00Z,2026-03-31T23:59:59Z,7,AWS,USD,2026-03-{d}T00:00:00Z,2026-03-{d}T01:00:00Z,"
                    + "Usage,0.0{i},AmazonEC2,RunInstances,BoxUsage:m5.large,1.{i},0.1{i},Hrs,team-{d},\"web, {d}\"");
    static final String CUR_2 = table(Cur2Test.HEADER,
            "AWS,2026-04-01T00:00:00.000Z,2026-03-01T00:00:00.000Z,7,012345678901,Payer,\"{\"\"env\"\":\"\"prod\"\"}\",{},USD,"
                    + "Usage,RunInstances,AmazonEC2,i-{i},0.2{i},098765432109,Team,1.0,2026-03-{d}T23:59:59.000Z,"
                    + "2026-03-{d}T00:00:00.000Z,USE1-BoxUsage:m5.large,0.2{i},Hrs,"
                    + "\"{\"\"product_name\"\":\"\"Amazon Elastic Compute Cloud\"\",\"\"vcpu\"\":\"\"2\"\"}\",us-east-1,m5.large,"
                    + "\"{\"\"user_name\"\":\"\"web\"\",\"\"user_team\"\":\"\"t{d}\"\"}\",,,,");
    static final String AZURE_EA = table(
            "BillingAccountId,BillingPeriodStartDate,BillingPeriodEndDate,SubscriptionId,Date,MeterCategory,MeterName,"
                    + "ConsumedService,ResourceId,Quantity,UnitOfMeasure,Cost,BillingCurrency,Tags,ChargeType,PricingModel",
            "77,09/01/2023,09/30/2023,s-{d},9/{d}/2023,Virtual Machines,B1s,Microsoft.Compute,/subscriptions/s-1/vm{i},"
                    + "24,1 Hour,0.{i},USD,\"\"\"a\"\": \"\"b{d}\"\"\",Usage,OnDemand");
    static final String AZURE_MCA = table(
            "billingAccountId,billingPeriodStartDate,billingPeriodEndDate,SubscriptionId,date,meterCategory,meterName,"
                    + "consumedService,ResourceId,quantity,unitOfMeasure,costInBillingCurrency,costInPricingCurrency,billingCurrency,"
                    + "pricingCurrency,exchangeRatePricingToBilling,PayGPrice,paygCostInBillingCurrency,tags,chargeType,pricingModel",
            "88,09/01/2023,09/30/2023,s-{d},09/{d}/2023,Storage,Hot LRS,Microsoft.Storage,/subscriptions/s-1/st{i},2,10 GB,"
                    + "1.{i},1.{i},EUR,USD,0.9,0.5,2.{i},\"{\"\"a\"\": \"\"b{d}\"\"}\",Usage,OnDemand");
    static final String GCP_JSON = rows(
            ("{'billing_account_id':'01-AB','service':{'id':'S1','description':'Compute Engine'},'sku':{'id':'K{d}',"
                    + "'description':'N1 Core'},'usage_start_time':'2024-08-{d} 01:00:00 UTC','usage_end_time':"
                    + "'2024-08-{d} 02:00:00 UTC','project':{'id':'p{d}','name':'Shop','labels':[{'key':'env','value':'prod'}]},"
                    + "'labels':[{'key':'team','value':'a{d}'}],'location':{'location':'us-west1','region':'us-west1'},"
                    + "'cost':0.{i},'currency':'USD','usage':{'amount':3600.5,'unit':'seconds',"
                    + "'amount_in_pricing_units':1.000000000000000007,'pricing_unit':'hour'},"
                    + "'credits':[{'name':'c','amount':-0.01,'type':'DISCOUNT'}],'invoice':{'month':'202408'},"
                    + "'cost_type':'regular'}").replace('\'', '"'));
    static final String GCP_CSV = table(
            "billing_account_id,service.description,sku.id,sku.description,usage_start_time,usage_end_time,cost,currency,"
                    + "credits,invoice.month,cost_type,labels",
            "01-AB,Compute Engine,K{d},N1 Core,2024-08-{d} 01:00:00+00:00,2024-08-{d} 02:00:00+00:00,0.{i},USD,"
                    + "\"[{'name': 'c', 'amount': -0.01}]\",202408,regular,\"[{'key': 'team', 'value': 'w{d}'}]\"");
    static final String OCI = table(
            "lineItem/referenceNo,lineItem/tenantId,lineItem/intervalUsageStart,lineItem/intervalUsageEnd,product/service,"
                    + "product/compartmentId,product/region,product/resourceId,usage/billedQuantity,cost/productSku,"
                    + "product/Description,cost/unitPrice,cost/myCost,cost/currencyCode,cost/skuUnitDescription,"
                    + "lineItem/isCorrection,tags/team,tags/a\\b'c",
            "ref-{i},ocid1.tenancy.1,2023-11-{d}T10:00Z,2023-11-{d}T11:00:00Z,COMPUTE,ocid1.compartment.{d},eu-frankfurt-1,"
                    + "ocid1.instance.{i},1,B88514,Standard E4,0.012,0.0{i},EUR,OCPU Per Hour,false,t{d},x");
    static final String OPENCOST = table(
            "Date,Namespace,ControllerKind,ControllerName,Pod,Container,Labels,Currency,CPUCoreUsageAverage,CPUCost,RAMCost,TotalCost",
            "2026-03-{d},shop,deployment,web,web-{i},app,\"{\"\"team\"\":\"\"a{d}\"\"}\",USD,0.1,1,2,3.0000000000000000{i}");
    static final String KUBECOST = table(
            "Cluster,Namespace,Controller Kind,Controller,Window Start,Window End,Total Cost,Currency,Label_app,Label_team",
            "prod,shop,deployment,web{i},2026-03-{d}T00:00:00Z,2026-03-{d}T23:00:00Z,2.{i},EUR,web,t{d}");
    static final String INVOICE_DETAIL = table(
            "BilledCost,BillingAccountId,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,InvoiceDetailId,"
                    + "InvoiceId,InvoiceIssueDate,InvoiceIssuerName,PaymentTerms",
            "1.{i},1,USD,2026-04-01T00:00:00Z,2026-03-01T00:00:00Z,Usage,D{i},INV-{i},2026-04-{d}T00:00:00Z,AWS,Net 30");
    static final String BILLING_PERIOD = table(
            "BillingPeriodCreated,BillingPeriodEnd,BillingPeriodLastUpdated,BillingPeriodStart,BillingPeriodStatus,InvoiceIssuerName",
            "2026-03-{d}T00:00:00Z,2026-04-01T00:00:00Z,2026-04-02T00:00:00Z,2026-03-01T00:00:00Z,Closed,\"Issuer, {i}\"");
    static final String CONTRACT = table(
            "BillingCurrency,ContractCommitmentCategory,ContractCommitmentCost,ContractCommitmentId,ContractId,"
                    + "ContractPeriodStart,ContractPeriodEnd,ContractCommitmentQuantity,ContractCommitmentUnit",
            "USD,Spend,100{i}.5,C{i},K{d},2026-01-01T00:00:00Z,2027-01-01T00:00:00Z,1.{i},Hours");
    static final String INVOICES = table("InvoiceId,BillingCurrency,BilledCost,InvoiceIssueDate",
            "I-{i},USD,10.{i},2026-04-{d}T00:00:00Z");
    static final String RATES = table("date,from,to,rate", "2026-03-{d},USD,C{i},0.9{i}");
    private static final int ROWS = 24;

    private FuzzSeeds() {
    }

    private static String table(String header, String row) {
        return header + "\n" + rows(row);
    }

    /// @param row `{i}` becomes the row's number, `{d}` a day of a month
    private static String rows(String row) {
        return IntStream.range(10, 10 + ROWS).mapToObj(i -> row.replace("{i}", Integer.toString(i)).replace("{d}",
                Integer.toString(10 + i % 9))).collect(Collectors.joining("\n")) + "\n";
    }
}
