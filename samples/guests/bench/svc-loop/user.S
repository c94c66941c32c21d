// u64 user_calls(u64 n, u64 argument): runs at EL0 in USER_AREA, position independent: n system
// calls, the number of each in x8 as the loop's count has it, then call 0xfff with the sum in x0.
        .section .text.user_calls, "ax"
        .global user_calls
        .global user_calls_end
user_calls:
        mov     x19, x0
        mov     x20, #0
        mov     x0, x1
        cbz     x19, 2f
1:      mov     x8, x19
        svc     #0
        ror     x20, x20, #63
        add     x20, x20, x0
        subs    x19, x19, #1
        b.ne    1b
2:      mov     x0, x20
        svc     #0xfff
user_calls_end:
