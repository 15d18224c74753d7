package dev.tidegate.processing;

/** Messages of our own making that several tests use. */
public final class Samples {
    public static final String JSON_ORDER =
            """
            {"type":"order","number":"SO-1001","version":1,"kind":"sales","status":"open",
             "partner":{"code":"C-77","name":"Corner Shop"},"currency":"EUR",
             "ordered_at":"2026-11-24T09:30:00Z","requested_on":"2026-11-27",
             "lines":[
              {"line":"1","item":"SKU-1","quantity":"12","unit":"EA","unit_price":"9.95","location":"DC1"},
              {"line":"2","item":"SKU-2","quantity":3,"unit":"EA","unit_price":19.5,"location":"DC1"},
              {"line":"3","item":"SKU-3","quantity":"0.5","unit":"KGM","unit_price":"4.1999","location":"DC2"}]}
            """;

    public static final String JSON_MOVEMENT =
            """
            {"type":"stock_movement","number":"MV-1","kind":"receipt","item":"SKU-1","location":"DC1",
             "quantity":"100","unit":"EA","occurred_at":"2026-11-24T08:00:00Z"}
            """;

    public static final String EDIFACT_ORDER =
            """
            UNA:+.? '
            UNB+UNOC:3+4012345000009:14+4098765000010:14+261124:0930+905'
            UNH+1+ORDERS:D:96A:UN:EAN008'
            BGM+220+PO-1001+9'
            DTM+137:20261124:102'
            DTM+2:20261201:102'
            NAD+BY+4012345000009::9++Big Store'
            CUX+2:USD:9'
            LIN+1++4012345678901:EN'
            PIA+1+SKU-1:SA'
            QTY+21:12:PCE'
            PRI+AAA:9.95'
            LIN+2++SKU-2:SA'
            QTY+21:1.5:KGM'
            UNS+S'
            UNT+14+1'
            UNZ+1+905'
            """;

    public static final String X12_ORDER =
            """
            ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *261124*0930*U*00401*000000905*0*P*>~
            GS*PO*BUYER*SELLER*20261124*0930*1*X*004010~
            ST*850*0001~
            BEG*00*SA*PO-1001**20261124~
            CUR*BY*USD~
            DTM*002*20261201~
            N1*BY*Big Store*UL*0012345000010~
            N1*ST*Big Store North*92*DC1~
            PO1*1*12*EA*9.95**VP*SKU-1*UP*012345678905~
            PO1*2*3*CA*19.5**VP*SKU-2~
            PO1*3*1.5*LB*4.1999**BP*B-3*VP*SKU-3~
            CTT*3~
            SE*11*0001~
            GE*1*1~
            IEA*1*000000905~
            """;

    private Samples() {}

    public static String csvMovements(int rows) {
        var text = new StringBuilder("movement_id,kind,item,location,quantity,unit,occurred_at\n");
        for (int i = 1; i <= rows; i++) {
            text.append(
                    "MV-%d,receipt,SKU-%d,DC1,%d,EA,2026-11-24T08:00:00Z\n".formatted(i, i % 7, i));
        }
        return text.toString();
    }
}
