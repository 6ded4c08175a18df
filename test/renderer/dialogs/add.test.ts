import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeCarrel } from '../fake-carrel.ts';
import { makeFeed } from '../made.ts';
import { focused, openWindow, resize, row } from '../window.ts';

const field = () => page.getByRole('textbox', { name: 'Address' });

async function openAddDialog(fake: FakeCarrel): Promise<void> {
  await openWindow(fake);
  await expect.element(row('Quinces')).toBeVisible();
  await userEvent.keyboard('a');
  await expect.poll(focused).toBe('address');
}

async function submit(address: string): Promise<void> {
  await field().fill(address);
  await userEvent.keyboard('{Enter}');
}

describe('adding', () => {
  let fake: FakeCarrel;
  beforeEach(async () => {
    await resize('three panes');
    fake = new FakeCarrel();
    fake.add({ title: 'Quinces' });
    await openAddDialog(fake);
  });

  test('asks for an address where none was typed', async () => {
    await submit('   ');
    await expect
      .element(page.getByText('Type or paste an address', { exact: false }))
      .toBeVisible();
    expect(fake.count('subscribe')).toBe(0);
  });

  test('says in the dialog why an address brings no feed, and keeps what was typed', async () => {
    const message = 'feed: https://tern.example/ offers no feed';
    fake.failNext('subscribe', { kind: 'not-a-feed', message });
    await submit('https://tern.example/');
    await expect.element(page.getByText(message, { exact: false })).toBeVisible();
    await expect.element(field()).toHaveValue('https://tern.example/');
  });

  test('offers to save the page that is no feed', async () => {
    fake.failNext('subscribe', { kind: 'not-a-feed', message: 'offers no feed' });
    await submit('https://tern.example/one');
    await page.getByRole('button', { name: 'Save this one page instead' }).click();
    await expect.element(page.getByRole('heading', { name: 'tern.example' })).toBeVisible();
    expect(fake.calls).toContainEqual(['savePage', 'https://tern.example/one']);
  });

  test('goes to the feed subscribed to', async () => {
    await submit('https://tern.example/feed.xml');
    await expect.element(page.getByRole('heading', { name: 'tern.example' })).toBeVisible();
    await expect.element(page.getByText('Subscribed to tern.example')).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('says that a feed was there before', async () => {
    const feed = fake.addFeed({ title: 'The Tern' });
    fake.sites.set('https://tern.example/', { kind: 'present', feed });
    await submit('https://tern.example/');
    await expect.element(page.getByText('The Tern was in the library before')).toBeVisible();
  });

  test('lets the reader choose among the feeds of a site', async () => {
    fake.sites.set('https://tern.example/', {
      kind: 'choose',
      candidates: [
        { address: 'https://tern.example/all', title: 'Everything' },
        { address: 'https://tern.example/sea', title: 'Only the sea' },
      ],
    });
    fake.sites.set('https://tern.example/sea', {
      kind: 'added',
      feed: makeFeed({ id: 77, title: 'Sea' }),
    });
    await submit('https://tern.example/');
    await page.getByRole('checkbox', { name: /^Everything/u }).click();
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect
      .element(page.getByText('Choose at least one feed', { exact: false }))
      .toBeVisible();
    await page.getByRole('checkbox', { name: /^Only the sea/u }).click();
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect.element(page.getByText('Subscribed to Sea')).toBeVisible();
    expect(fake.calls.filter(([method]) => method === 'subscribe').map(([, to]) => to)).toEqual([
      'https://tern.example/',
      'https://tern.example/sea',
    ]);
  });

  describe('a feed that asks for a login', () => {
    const address = 'https://tern.example/subscribers.xml';
    const login = { kind: 'basic', name: 'ada', password: 'dune:7' } as const;
    beforeEach(async () => {
      fake.failNext('subscribe', { kind: 'login', message: 'feed: 401 Unauthorized' });
      await submit(address);
      await expect.element(page.getByText('log in to subscribe', { exact: false })).toBeVisible();
    });

    test('is subscribed to with a name and a password, its address still there', async () => {
      await expect.element(field()).toHaveValue(address);
      await expect.poll(focused).toBe('name');
      await page.getByRole('textbox', { name: 'Name' }).fill(login.name);
      await page.getByLabelText('Password', { exact: true }).fill(login.password);
      await userEvent.keyboard('{Enter}');
      await expect.element(page.getByText('Subscribed to tern.example')).toBeVisible();
      expect(fake.calls).toContainEqual(['subscribe', address, login]);
    });

    test('says that a login was wrong, and keeps what was typed', async () => {
      fake.failNext('subscribe', { kind: 'login', message: 'feed: 401 Unauthorized' });
      await page.getByRole('textbox', { name: 'Name' }).fill(login.name);
      await userEvent.keyboard('{Enter}');
      await expect
        .element(page.getByText('The server does not take this login', { exact: false }))
        .toBeVisible();
      await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue(login.name);
    });

    test('asks nobody with half a login', async () => {
      await page.getByRole('combobox', { name: 'Login' }).selectOptions('Token');
      await page.getByRole('button', { name: 'Subscribe' }).click();
      await expect.element(page.getByText('Type or paste the token.')).toBeVisible();
      await page.getByLabelText('Token', { exact: true }).fill('two words');
      await page.getByRole('button', { name: 'Subscribe' }).click();
      await expect.element(page.getByText('A token is made of', { exact: false })).toBeVisible();
      expect(fake.count('subscribe')).toBe(1);
    });

    test('hides the password until it is to be shown', async () => {
      const password = page.getByLabelText('Password', { exact: true });
      await expect.element(password).toHaveAttribute('type', 'password');
      await page.getByRole('button', { name: 'Show the password' }).click();
      await expect.element(password).toHaveAttribute('type', 'text');
    });

    test('takes no login to another address', async () => {
      await page.getByRole('textbox', { name: 'Name' }).fill(login.name);
      await submit('https://gull.example/feed.xml');
      await expect.element(page.getByText('Subscribed to gull.example')).toBeVisible();
      expect(fake.calls).toContainEqual(['subscribe', 'https://gull.example/feed.xml']);
    });
  });

  test('goes back from the feeds of a site to the one that asks for a login', async () => {
    const candidates = ['all', 'sea'].map((name) => ({
      address: `https://tern.example/${name}`,
      title: name,
    }));
    fake.sites.set('https://tern.example/', { kind: 'choose', candidates });
    await submit('https://tern.example/');
    await expect.element(page.getByRole('checkbox', { name: /^all/u })).toBeVisible();
    fake.failNext('subscribe', { kind: 'login', message: 'feed: 401 Unauthorized' });
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect.element(field()).toHaveValue('https://tern.example/all');
    await expect.poll(focused).toBe('name');
  });

  test('closes with Escape and gives the keyboard back', async () => {
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });
});
