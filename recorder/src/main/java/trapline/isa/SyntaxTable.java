package trapline.isa;

/**
 * Assembler syntax of the rows: what follows the mnemonic, with operands in braces.
 *
 * <p>A key is {@code mnemonic/class_suffix}, where a row {@code SADDL_asimddiff_L} has the mnemonic
 * {@code SADDL}, the class {@code asimddiff} and the suffix {@code L}. A line may leave out the
 * mnemonic, or everything but its first letter ({@code F*}), and the suffix; the most particular
 * line counts, in the order of {@link Disassembler#keys}. A leading {@code 2|} appends a 2 to the
 * mnemonic when Q is 1. Operands: {@link OperandText} and {@link VectorText}. Source: DDI 0487, C6
 * and C7.
 */
final class SyntaxTable {
    private SyntaxTable() {}

    // @formatter:off
    static final String TEXT =
            """
            addsub_imm              {Rd}, {Rn}, {imm12}
            ADDS/addsub_imm         {rd}, {Rn}, {imm12}
            SUBS/addsub_imm         {rd}, {Rn}, {imm12}
            log_imm                 {Rd}, {rn}, {mask}
            ANDS/log_imm            {rd}, {rn}, {mask}
            movewide                {rd}, {imm16}{hw}
            bitfield                {rd}, {rn}, {immr}, {imms}
            extract                 {rd}, {rn}, {rm}, {imms}
            pcreladdr               {xd}, {adr}
            addsub_shift            {rd}, {rn}, {rm}{shift}
            log_shift               {rd}, {rn}, {rm}{shift}
            addsub_ext              {Rd}, {Rn}, {extended}
            ADDS/addsub_ext         {rd}, {Rn}, {extended}
            SUBS/addsub_ext         {rd}, {Rn}, {extended}
            addsub_carry            {rd}, {rn}, {rm}
            condcmp_imm             {rn}, {imm5}, {nzcv}, {cond}
            condcmp_reg             {rn}, {rm}, {nzcv}, {cond}
            condsel                 {rd}, {rn}, {rm}, {cond}
            dp_1src                 {rd}, {rn}
            dp_2src                 {rd}, {rn}, {rm}
            C*/dp_2src              {wd}, {wn}, {rm}
            dp_3src                 {rd}, {rn}, {rm}, {ra}
            SMADDL/dp_3src          {xd}, {wn}, {wm}, {xa}
            SMSUBL/dp_3src          {xd}, {wn}, {wm}, {xa}
            UMADDL/dp_3src          {xd}, {wn}, {wm}, {xa}
            UMSUBL/dp_3src          {xd}, {wn}, {wm}, {xa}
            SMULH/dp_3src           {xd}, {xn}, {xm}
            UMULH/dp_3src           {xd}, {xn}, {xm}
            condbranch              {label19}
            branch_imm              {label26}
            compbranch              {rt}, {label19}
            testbranch              {rt}, {bit}, {label14}
            branch_reg              {xn}
            ERET/branch_reg
            DRPS/branch_reg
            exception               {imm16}
            D*/exception            {option16}
            perm_undef              {udf}
            hints
            HINT/hints              {hint}
            barriers                {barrier}
            ISB/barriers            {crm}
            CLREX/barriers          {crm}
            pstate                  {pstate}, {crm4}
            SYS/systeminstrs        {op1}, {cn}, {cm}, {op2}{optional}
            SYSL/systeminstrs       {xt}, {op1}, {cn}, {cm}, {op2}
            MSR/systemmove          {sysreg}, {xt}
            MRS/systemmove          {xt}, {sysreg}

            ldst_pos                {t}, {base12}
            ldst_unscaled           {t}, {base9}
            ldst_unpriv             {t}, {base9}
            ldst_immpost            {t}, [{Xn}], {imm9}
            ldst_immpre             {t}, [{Xn}, {imm9}]!
            ldst_regoff             {t}, [{Xn}, {index}]
            RPRFM/ldst_regoff       {range}, {xm}, [{Xn}]
            ldstpair_off            {t}, {t2}, {base7}
            ldstnapair_offs         {t}, {t2}, {base7}
            ldstpair_post           {t}, {t2}, [{Xn}], {imm7}
            ldstpair_pre            {t}, {t2}, [{Xn}, {imm7}]!
            loadlit                 {t}, {label19}
            ldstexclr               {status}{t}, [{Xn}]
            ldstexclp               {status}{t}, {t2}, [{Xn}]
            ldstord                 {t}, [{Xn}]
            memop                   {s}, {t}, [{Xn}]
            LDAPR/memop             {t}, [{Xn}]
            LDAPRB/memop            {t}, [{Xn}]
            LDAPRH/memop            {t}, [{Xn}]
            comswap                 {s}, {t}, [{Xn}]
            comswappr               {s}, {s+}, {t}, {t+}, [{Xn}]
            asisdlse                {list}, [{Xn}]
            asisdlsep               {list}, [{Xn}], {post}
            asisdlso                {list}{lane}, [{Xn}]
            asisdlsop               {list}{lane}, [{Xn}], {post}

            floatdp1                {f.d}, {f.n}
            FCVT/floatdp1           {to.d}, {from.n}
            floatdp2                {f.d}, {f.n}, {f.m}
            floatdp3                {f.d}, {f.n}, {f.m}, {f.a}
            floatcmp                {f.n}, {compared}
            floatccmp               {f.n}, {f.m}, {nzcv}, {cond}
            floatsel                {f.d}, {f.n}, {f.m}, {cond}
            floatimm                {f.d}, {fimm}
            float2int               {rd}, {f.n}
            SCVTF/float2int         {f.d}, {rn}
            UCVTF/float2int         {f.d}, {rn}
            FMOV_S32_float2int      {f.d}, {rn}
            FMOV_D64_float2int      {f.d}, {rn}
            FMOV_H32_float2int      {f.d}, {rn}
            FMOV_H64_float2int      {f.d}, {rn}
            FMOV_64VX_float2int     {rd}, {high.n}
            FMOV_V64I_float2int     {high.d}, {rn}
            float2fix               {rd}, {f.n}, {fbits}
            SCVTF/float2fix         {f.d}, {rn}, {fbits}
            UCVTF/float2fix         {f.d}, {rn}, {fbits}

            asimdsame               {v.d.T}, {v.n.T}, {v.m.T}
            F*/asimdsame            {v.d.F}, {v.n.F}, {v.m.F}
            AND/asimdsame           {v.d.B}, {v.n.B}, {v.m.B}
            BIC/asimdsame           {v.d.B}, {v.n.B}, {v.m.B}
            ORR/asimdsame           {v.d.B}, {v.n.B}, {v.m.B}
            ORN/asimdsame           {v.d.B}, {v.n.B}, {v.m.B}
            EOR/asimdsame           {v.d.B}, {v.n.B}, {v.m.B}
            BSL/asimdsame           {v.d.B}, {v.n.B}, {v.m.B}
            BIT/asimdsame           {v.d.B}, {v.n.B}, {v.m.B}
            BIF/asimdsame           {v.d.B}, {v.n.B}, {v.m.B}
            asimdsame2              {v.d.T}, {v.n.T}, {v.m.T}
            asimdsame2_D            {v.d.S}, {v.n.B}, {v.m.B}
            asimdsamefp16           {v.d.H}, {v.n.H}, {v.m.H}
            asimddiff_L             2|{v.d.Tw}, {v.n.T}, {v.m.T}
            asimddiff_W             2|{v.d.Tw}, {v.n.Tw}, {v.m.T}
            asimddiff_N             2|{v.d.T}, {v.n.Tw}, {v.m.Tw}
            asimdmisc_R             {v.d.T}, {v.n.T}
            F*/asimdmisc_R          {v.d.F}, {v.n.F}
            SCVTF/asimdmisc_R       {v.d.F}, {v.n.F}
            UCVTF/asimdmisc_R       {v.d.F}, {v.n.F}
            URECPE/asimdmisc_R      {v.d.F}, {v.n.F}
            URSQRTE/asimdmisc_R     {v.d.F}, {v.n.F}
            NOT/asimdmisc_R         {v.d.B}, {v.n.B}
            RBIT/asimdmisc_R        {v.d.B}, {v.n.B}
            asimdmisc_P             {v.d.Tp}, {v.n.T}
            asimdmisc_N             2|{v.d.T}, {v.n.Tw}
            F*/asimdmisc_N          2|{v.d.Fh}, {v.n.Fl}
            F*/asimdmisc_L          2|{v.d.Fl}, {v.n.Fh}
            asimdmisc_Z             {v.d.T}, {v.n.T}, #0
            asimdmisc_FZ            {v.d.F}, {v.n.F}, #0.0
            asimdmisc_S             2|{v.d.Tw}, {v.n.T}, {lanebits}
            asimdmiscfp16_R         {v.d.H}, {v.n.H}
            asimdmiscfp16_FZ        {v.d.H}, {v.n.H}, #0.0
            asimdall                {Z.d}, {v.n.T}
            SADDLV/asimdall         {Zw.d}, {v.n.T}
            UADDLV/asimdall         {Zw.d}, {v.n.T}
            asimdall_only_H         {h.d}, {v.n.H}
            asimdall_only_SD        {s.d}, {v.n.4s}
            asimdperm               {v.d.T}, {v.n.T}, {v.m.T}
            asimdext                {v.d.B}, {v.n.B}, {v.m.B}, {imm4}
            asimdtbl                {v.d.B}, {table}, {v.m.B}
            asimdins_DV_v           {v.d.I}, {lane5.n}
            asimdins_DR_r           {v.d.I}, {general5}
            asimdins_W_w            {wd}, {lane5.n}
            asimdins_X_x            {xd}, {lane5.n}
            asimdins_IR_r           {lane5.d}, {general5}
            asimdins_IV_v           {lane5.d}, {lane4.n}
            asimdimm_L_sl           {v.d.S}, {imm8}{lsl}
            asimdimm_L_hl           {v.d.H}, {imm8}{lsl}
            asimdimm_M_sm           {v.d.S}, {imm8}{msl}
            asimdimm_N_b            {v.d.B}, {imm8}
            asimdimm_S_s            {v.d.S}, {fimm8}
            asimdimm_H_h            {v.d.H}, {fimm8}
            asimdimm_D_ds           {d.d}, {imm64}
            asimdimm_D2_d           {v.d.2d}, {imm64}
            F*/asimdimm_D2_d        {v.d.2d}, {fimm8}
            asimdshf                {v.d.P}, {v.n.P}, {right}
            asimdshf_N              2|{v.d.P}, {v.n.Pw}, {right}
            asimdshf_L              2|{v.d.Pw}, {v.n.P}, {left}
            SHL/asimdshf_R          {v.d.P}, {v.n.P}, {left}
            SLI/asimdshf_R          {v.d.P}, {v.n.P}, {left}
            SQSHL/asimdshf_R        {v.d.P}, {v.n.P}, {left}
            UQSHL/asimdshf_R        {v.d.P}, {v.n.P}, {left}
            SQSHLU/asimdshf_R       {v.d.P}, {v.n.P}, {left}
            asimdelem_L             2|{v.d.Tw}, {v.n.T}, {element}
            asimdelem_R             {v.d.T}, {v.n.T}, {element}
            asimdelem_D             {v.d.S}, {v.n.B}, {quad}
            asimdelem_RH_H          {v.d.H}, {v.n.H}, {half}
            asimdelem_R_SD          {v.d.F}, {v.n.F}, {element}

            asisdsame               {Z.d}, {Z.n}, {Z.m}
            F*/asisdsame            {F.d}, {F.n}, {F.m}
            asisdsame2              {Z.d}, {Z.n}, {Z.m}
            asisdsamefp16           {h.d}, {h.n}, {h.m}
            asisddiff               {Zw.d}, {Z.n}, {Z.m}
            asisdmisc_R             {Z.d}, {Z.n}
            F*/asisdmisc_R          {F.d}, {F.n}
            SCVTF/asisdmisc_R       {F.d}, {F.n}
            UCVTF/asisdmisc_R       {F.d}, {F.n}
            asisdmisc_N             {Z.d}, {Zw.n}
            F*/asisdmisc_N          {s.d}, {d.n}
            asisdmisc_Z             {Z.d}, {Z.n}, #0
            asisdmisc_FZ            {F.d}, {F.n}, #0.0
            asisdmiscfp16_R         {h.d}, {h.n}
            asisdmiscfp16_FZ        {h.d}, {h.n}, #0.0
            asisdpair               {d.d}, {v.n.2d}
            asisdpair_only_H        {h.d}, {v.n.2h}
            asisdpair_only_SD       {F.d}, {v.n.F2}
            asisdone                {I.d}, {lane5.n}
            asisdshf                {P.d}, {P.n}, {right}
            asisdshf_N              {P.d}, {Pw.n}, {right}
            SHL/asisdshf_R          {P.d}, {P.n}, {left}
            SLI/asisdshf_R          {P.d}, {P.n}, {left}
            SQSHL/asisdshf_R        {P.d}, {P.n}, {left}
            UQSHL/asisdshf_R        {P.d}, {P.n}, {left}
            SQSHLU/asisdshf_R       {P.d}, {P.n}, {left}
            asisdelem_L             {Zw.d}, {Z.n}, {element}
            asisdelem_R             {Z.d}, {Z.n}, {element}
            asisdelem_RH_H          {h.d}, {h.n}, {half}
            asisdelem_R_SD          {F.d}, {F.n}, {element}

            cryptoaes               {v.d.16b}, {v.n.16b}
            cryptosha2              {v.d.4s}, {v.n.4s}
            SHA1H/cryptosha2        {s.d}, {s.n}
            cryptosha3              {v.d.4s}, {v.n.4s}, {v.m.4s}
            SHA1C/cryptosha3        {q.d}, {s.n}, {v.m.4s}
            SHA1M/cryptosha3        {q.d}, {s.n}, {v.m.4s}
            SHA1P/cryptosha3        {q.d}, {s.n}, {v.m.4s}
            SHA256H/cryptosha3      {q.d}, {q.n}, {v.m.4s}
            SHA256H2/cryptosha3     {q.d}, {q.n}, {v.m.4s}
            """;
    // @formatter:on
}
