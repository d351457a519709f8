/* Three loops over three matrices of 18 KiB: more than L1d, with a column walk. */
void work(void);

enum { N = 48 };
static long a[N][N], b[N][N], c[N][N];

void work(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            a[i][j] = i + j;
            b[i][j] = i - j;
        }
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            for (int k = 0; k < N; k++)
                c[i][j] += a[i][k] * b[k][j];
}
