/* A machine of six instructions that runs a loop: one indirect jump, in the order of the program. And
   calls through a pointer, deeper than a return stack. */
void work(void);

enum operation { LOAD, ADD, DOUBLE, DECREMENT, BACK_IF_NOT_ZERO, STOP };
struct instruction {
    enum operation operation;
    int operand;
};

static const struct instruction program[] = {
    {LOAD, 500}, {ADD, 3}, {DOUBLE, 0}, {ADD, 1}, {DECREMENT, 0}, {BACK_IF_NOT_ZERO, 1}, {STOP, 0}};
int result;

static int __attribute__((noinline)) interpret(const struct instruction *code)
{
    unsigned value = 0;
    int counter = 0;
    for (int at = 0;; at++)
        switch (code[at].operation) {
        case LOAD:
            counter = code[at].operand;
            break;
        case ADD:
            value += (unsigned)code[at].operand;
            break;
        case DOUBLE:
            value *= 2;
            break;
        case DECREMENT:
            counter--;
            break;
        case BACK_IF_NOT_ZERO:
            if (counter != 0)
                at = code[at].operand - 1;
            break;
        case STOP:
            return (int)value;
        }
}

static int descend(int depth);
static int (*volatile descend_by_pointer)(int) = descend;

static int descend(int depth)
{
    return depth == 0 ? 0 : 1 + descend_by_pointer(depth - 1);
}

void work(void)
{
    result = interpret(program);
    for (int depth = 0; depth < 40; depth++)
        result += descend(depth);
}
