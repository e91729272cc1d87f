import { expect, test } from './support/test';

/** The year is collected once, before anything is looked at. */
test('the organisation is collected', async ({ request }) => {
  test.setTimeout(120_000);
  await expect
    .poll(
      async () => {
        const answer = await request.get('/api/v1/connections');
        const { connections } = (await answer.json()) as { connections: { state: string }[] };
        return connections.map((each) => each.state);
      },
      { timeout: 110_000 },
    )
    .toEqual(['healthy']);
});
