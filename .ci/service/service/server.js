// The service, and beside it the database itself, so that answers can be compared with what SQL says:
// `POST /sql` takes a statement and gives its rows.

const cds = require('@sap/cds')
const express = require('express')

cds.on('bootstrap', (app) => {
  app.post('/sql', express.text({ type: '*/*' }), async (req, res) => {
    try {
      res.json(await cds.db.run(req.body))
    } catch (error) {
      res.status(400).send(String(error))
    }
  })
})

module.exports = cds.server
