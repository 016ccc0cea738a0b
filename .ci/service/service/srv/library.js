// The functions and actions of the service.

const cds = require('@sap/cds')

module.exports = class Library extends cds.ApplicationService {
  init() {
    const { Books } = this.entities
    const book = async (req) => {
      const found = await SELECT.one.from(Books).where({ id: req.params.at(-1).id ?? req.params.at(-1) })
      return found ?? req.reject(404)
    }
    this.on('excerpt', async (req) => (await book(req)).title.slice(0, req.data.length))
    this.on('lend', async (req) => ({ ...req.data, book: (await book(req)).id }))
    this.on('sum', (req) => req.data.first + req.data.second)
    this.on('longest', (req) => SELECT.from(Books).orderBy({ pages: 'desc', id: 'asc' }).limit(req.data.count))
    this.on('restock', async (req) => {
      const { title, copies } = req.data
      const { last } = await SELECT.one.from(Books).columns('max(id) as last')
      const books = Array.from({ length: copies }, (_, at) => ({ id: last + 1 + at, title }))
      await INSERT.into(Books).entries(books)
      return books
    })
    return super.init()
  }
}
